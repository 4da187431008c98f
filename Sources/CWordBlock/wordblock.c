#include "wordblock.h"

#include <stdbool.h>
#include <string.h>

typedef uint8_t block __attribute__((ext_vector_type(ETUDE_WORDBLOCK_BYTES)));
typedef bool bits __attribute__((ext_vector_type(ETUDE_WORDBLOCK_BYTES)));

// In C because vectors of bytes become bits by one instruction here, which is none of Swift's, and because one function can be
// compiled for several instruction sets and chosen as the program starts; all give the same.
#if defined(__x86_64__) && defined(__GLIBC__)
__attribute__((target_clones("avx512bw", "avx2", "default")))
#endif
etude_wordblock etude_wordblock_read(const uint8_t *text) {
    block bytes;
    memcpy(&bytes, text, sizeof bytes);
    bits letters = __builtin_convertvector((bytes | 0x20) - 'a' < 26, bits);
    bits digits = __builtin_convertvector(bytes - '0' < 10, bits);
    bits special = __builtin_convertvector((bytes == '\'') | (bytes >= 0x80), bits);
    bits runs = letters | digits | special;
    etude_wordblock result;
    memcpy(&result.runs, &runs, sizeof result.runs);
    memcpy(&result.special, &special, sizeof result.special);
    return result;
}
