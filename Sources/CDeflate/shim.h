// libdeflate: compresses the pages.
#include <libdeflate.h>
