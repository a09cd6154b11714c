// libzip: reads the container of an XLSX file.
#include <zip.h>
