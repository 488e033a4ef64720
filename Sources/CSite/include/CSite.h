#pragma once

#include <stddef.h>

/// A file that is part of the binary.
typedef struct {
    const char *_Nonnull name;
    const unsigned char *_Nonnull bytes;
    size_t size;
} site_file;

/// How many files there are.
size_t site_file_count(void);

/// One of them, by its number from 0; the number must be below the count.
site_file site_file_at(size_t index);
