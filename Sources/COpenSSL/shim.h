// libcrypto of OpenSSL: the digest SM3, which the other library of digests lacks.
#include <openssl/evp.h>
