#ifndef ETUDE_MINHASH_H
#define ETUDE_MINHASH_H

#include <stddef.h>
#include <stdint.h>

/// How many hash functions are worked out side by side; the number of functions is a multiple of it.
#define ETUDE_MINHASH_LANES 32

/// The least value of each function x -> factor * x + summand, modulo 2^32, over a list.
///
/// @param values     the list, not empty
/// @param count      its length
/// @param factors    one odd number for each function
/// @param summands   one number for each function
/// @param least      takes the least value of each function
/// @param functions  how many functions there are, a multiple of ETUDE_MINHASH_LANES
void etude_minhash(const uint32_t *values, size_t count, const uint32_t *factors, const uint32_t *summands,
                   uint32_t *least, size_t functions);

#endif
