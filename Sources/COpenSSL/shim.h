#ifndef ETUDE_COPENSSL_SHIM_H
#define ETUDE_COPENSSL_SHIM_H
#include <openssl/evp.h>
#endif
