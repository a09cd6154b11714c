// Clp: linear programs; Cbc: the same in whole numbers.
#include <Clp_C_Interface.h>
#include <Cbc_C_Interface.h>
