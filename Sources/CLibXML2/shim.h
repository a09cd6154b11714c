// libxml2: the SAX2 parser that reads the parts of an XLSX file.
//
// Debian builds libxml2 with ICU, and its headers would bring in ICU's, which contradict the copy of ICU inside
// Foundation: no file could import both. Only a handler of encodings, used by pointer alone, differs without it.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
