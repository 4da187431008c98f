#ifndef ETUDE_WORDBLOCK_H
#define ETUDE_WORDBLOCK_H

#include <stdint.h>

/// How many bytes a block has.
#define ETUDE_WORDBLOCK_BYTES 64

/// Some bytes of a block: bit n is byte n, the first lowest.
typedef struct {
    /// Letters and digits of ASCII, apostrophes, and all bytes beyond ASCII.
    uint64_t runs;
    /// Those of them that are no letters and digits.
    uint64_t special;
} etude_wordblock;

/// What the bytes of a block are.
///
/// @param text  64 bytes, at any address
etude_wordblock etude_wordblock_read(const uint8_t *text);

#endif
