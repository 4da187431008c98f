#ifndef ETUDE_BYTES_H
#define ETUDE_BYTES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// How many bytes a block has.
#define ETUDE_BLOCK_BYTES 64

/// Some bytes of a block: bit n is byte n, the first lowest.
typedef struct {
    /// Letters and digits of ASCII, apostrophes, and all bytes beyond ASCII.
    uint64_t runs;
    /// Those of them that are no letters and digits.
    uint64_t special;
} etude_word_bits;

/// Where words may stand in a block.
///
/// @param text  64 bytes, at any address
etude_word_bits etude_words(const uint8_t *text);

/// How many bytes of whole blocks at the start of a text are neither quotes nor backslashes nor control characters.
///
/// @param text   bytes, at any address
/// @param count  how many there are
size_t etude_plain_prefix(const uint8_t *text, size_t count);

/// Whether all bytes of a text are ASCII.
///
/// @param text   bytes, at any address
/// @param count  how many there are
bool etude_is_ascii(const uint8_t *text, size_t count);

#endif
