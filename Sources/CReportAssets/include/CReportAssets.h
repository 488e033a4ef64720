#pragma once

/// A file of `page/` as it stands: UTF-8, not terminated.
struct report_asset {
    const unsigned char *bytes;
    unsigned long size;
};

extern const struct report_asset report_style;
extern const struct report_asset report_script;
