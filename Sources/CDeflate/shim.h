#ifndef ETUDE_CDEFLATE_SHIM_H
#define ETUDE_CDEFLATE_SHIM_H
#include <libdeflate.h>
#endif
