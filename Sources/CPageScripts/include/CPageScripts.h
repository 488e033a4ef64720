#pragma once

/// A script as it stands in its file of `page/`: UTF-8, not terminated.
struct page_script {
    const unsigned char *bytes;
    unsigned long size;
};

extern const struct page_script page_untouched;
extern const struct page_script page_place;
extern const struct page_script page_find;
extern const struct page_script page_state;
extern const struct page_script page_frames;
extern const struct page_script page_areas;
extern const struct page_script page_guard;
extern const struct page_script page_fields;
extern const struct page_script page_matches;
extern const struct page_script page_roles;
extern const struct page_script page_wait;
extern const struct page_script page_examine;
extern const struct page_script page_prepare;
extern const struct page_script page_judge;
extern const struct page_script page_candidates;
extern const struct page_script page_look;
extern const struct page_script page_likeness;
extern const struct page_script page_naming;
extern const struct page_script page_near;
extern const struct page_script page_narrowed;
extern const struct page_script page_drawn;
extern const struct page_script page_mask;
extern const struct page_script page_texts;
extern const struct page_script page_locate;
extern const struct page_script page_snapshot;
extern const struct page_script page_flaws;
extern const struct page_script page_world;
extern const struct page_script page_seen;
extern const struct page_script page_paint;
extern const struct page_script page_reach;
extern const struct page_script page_skipped;
