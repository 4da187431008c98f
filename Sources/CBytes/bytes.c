#include "bytes.h"

#include <string.h>

// In C because vectors of bytes become bits by one instruction here, which is none of Swift's, and because one function can be
// compiled for several instruction sets and chosen as the program starts; all give the same.
#if defined(__x86_64__) && defined(__GLIBC__)
#define CLONES __attribute__((target_clones("avx512bw", "avx2", "default")))
#else
#define CLONES
#endif

typedef uint8_t block __attribute__((ext_vector_type(ETUDE_BLOCK_BYTES)));
typedef bool bits __attribute__((ext_vector_type(ETUDE_BLOCK_BYTES)));

CLONES etude_word_bits etude_words(const uint8_t *text) {
    block bytes;
    memcpy(&bytes, text, sizeof bytes);
    bits letters = __builtin_convertvector((bytes | 0x20) - 'a' < 26, bits);
    bits digits = __builtin_convertvector(bytes - '0' < 10, bits);
    bits special = __builtin_convertvector((bytes == '\'') | (bytes >= 0x80), bits);
    bits runs = letters | digits | special;
    etude_word_bits result;
    memcpy(&result.runs, &runs, sizeof result.runs);
    memcpy(&result.special, &special, sizeof result.special);
    return result;
}

CLONES size_t etude_plain_prefix(const uint8_t *text, size_t count) {
    size_t done = 0;
    while (count - done >= ETUDE_BLOCK_BYTES) {
        block bytes;
        memcpy(&bytes, text + done, sizeof bytes);
        bits special = __builtin_convertvector((bytes < 0x20) | (bytes == '"') | (bytes == '\\'), bits);
        uint64_t found;
        memcpy(&found, &special, sizeof found);
        if (found != 0) return done + (size_t)__builtin_ctzll(found);
        done += ETUDE_BLOCK_BYTES;
    }
    return done;
}

CLONES bool etude_is_ascii(const uint8_t *text, size_t count) {
    uint8_t all = 0;
    for (size_t index = 0; index < count; index++) all |= text[index];
    return all < 0x80;
}
