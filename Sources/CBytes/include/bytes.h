#ifndef ETUDE_BYTES_H
#define ETUDE_BYTES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Bytes of a text behind which no runs are looked for.
#define ETUDE_RUN_MARGIN 72

/// The most runs that are found in a block.
#define ETUDE_BLOCK_RUNS 32

/// A run of letters and digits of ASCII, apostrophes and bytes beyond ASCII.
typedef struct {
    /// Where it starts.
    size_t start;
    /// Where it ends.
    size_t end;
    /// How many runs stand before it.
    size_t number;
    /// Whether it may be more than letters and digits.
    bool special;
} etude_run;

/// How far a text is searched.
typedef struct {
    /// Where the search goes on, between runs.
    size_t start;
    /// How many runs were passed.
    size_t passed;
    /// How many runs were found.
    size_t found;
} etude_search;

/// Finds runs that are special, or longer than a block of 64 bytes, or may be one of some words.
///
/// It ends at the end, or at the last ETUDE_RUN_MARGIN bytes, or where a block might hold more runs than there is room for.
///
/// @param text      a text in UTF-8
/// @param start     where in the text to begin, between runs
/// @param end       where the part of the text ends that is looked at, between runs
/// @param readable  how many bytes the text has
/// @param words     a set of bits by the high bits of ::etude_word_hash, in which those of some words are set
/// @param shift     how far a hash is moved to be the number of a bit
/// @param runs      takes the runs
/// @param room      how many runs there is room for
etude_search etude_find_runs(const uint8_t *text, size_t start, size_t end, size_t readable, const uint64_t *words,
                             unsigned shift, etude_run *runs, size_t room);

/// The hash of a word, by its first eight bytes, folded, the first lowest; zeros for those that it does not have.
static inline uint64_t etude_word_hash(uint64_t key) { return key * 0x9FB21C651E98DF25; }

/// How many bytes of whole blocks at the start of a text are neither quotes nor backslashes nor control characters.
///
/// @param text   bytes, at any address
/// @param count  how many there are
size_t etude_plain_prefix(const uint8_t *text, size_t count);

/// Whether a text is valid UTF-8 (Unicode, table 3-7).
///
/// @param text   bytes, at any address
/// @param count  how many there are
bool etude_is_utf8(const uint8_t *text, size_t count);

#endif
