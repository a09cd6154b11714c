// libqrencode: the picture by which a telephone takes in the secret of a second factor.
#include <qrencode.h>
