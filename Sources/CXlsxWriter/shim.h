// libxlsxwriter: writes XLSX files.
#include <xlsxwriter.h>
