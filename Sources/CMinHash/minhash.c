#include "minhash.h"

// In C because one function can be compiled for several instruction sets here and chosen as the program starts: vectors of
// eight or sixteen make it several times as fast, and whole numbers give the same on all of them.
#if defined(__x86_64__) && defined(__GLIBC__)
__attribute__((target_clones("avx512f", "avx2", "default")))
#endif
void etude_minhash(const uint32_t *values, size_t count, const uint32_t *factors, const uint32_t *summands,
                   uint32_t *least, size_t functions) {
    for (size_t first = 0; first < functions; first += ETUDE_MINHASH_LANES) {
        uint32_t minima[ETUDE_MINHASH_LANES];
        for (size_t lane = 0; lane < ETUDE_MINHASH_LANES; lane++) minima[lane] = UINT32_MAX;
        for (size_t index = 0; index < count; index++) {
            for (size_t lane = 0; lane < ETUDE_MINHASH_LANES; lane++) {
                uint32_t value = values[index] * factors[first + lane] + summands[first + lane];
                minima[lane] = value < minima[lane] ? value : minima[lane];
            }
        }
        for (size_t lane = 0; lane < ETUDE_MINHASH_LANES; lane++) least[first + lane] = minima[lane];
    }
}
