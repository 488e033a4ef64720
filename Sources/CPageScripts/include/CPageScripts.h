#pragma once

/// A script as it stands in its file: UTF-8, not terminated.
struct page_script {
    const char *name;
    const unsigned char *bytes;
    unsigned long size;
};

/// The scripts of `page/`, in the order in which they are put together; the last entry has no name.
const struct page_script *page_scripts(void);
