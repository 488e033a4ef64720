#include "CPageScripts.h"

static const unsigned char untouched_text[] = {
#embed "page/untouched.js"
};
const struct page_script page_untouched = {untouched_text, sizeof untouched_text};

static const unsigned char place_text[] = {
#embed "page/place.js"
};
const struct page_script page_place = {place_text, sizeof place_text};

static const unsigned char find_text[] = {
#embed "page/find.js"
};
const struct page_script page_find = {find_text, sizeof find_text};

static const unsigned char state_text[] = {
#embed "page/state.js"
};
const struct page_script page_state = {state_text, sizeof state_text};

static const unsigned char frames_text[] = {
#embed "page/frames.js"
};
const struct page_script page_frames = {frames_text, sizeof frames_text};

static const unsigned char areas_text[] = {
#embed "page/areas.js"
};
const struct page_script page_areas = {areas_text, sizeof areas_text};

static const unsigned char guard_text[] = {
#embed "page/guard.js"
};
const struct page_script page_guard = {guard_text, sizeof guard_text};

static const unsigned char fields_text[] = {
#embed "page/fields.js"
};
const struct page_script page_fields = {fields_text, sizeof fields_text};

static const unsigned char matches_text[] = {
#embed "page/matches.js"
};
const struct page_script page_matches = {matches_text, sizeof matches_text};

static const unsigned char roles_text[] = {
#embed "page/roles.js"
};
const struct page_script page_roles = {roles_text, sizeof roles_text};

static const unsigned char wait_text[] = {
#embed "page/wait.js"
};
const struct page_script page_wait = {wait_text, sizeof wait_text};

static const unsigned char examine_text[] = {
#embed "page/examine.js"
};
const struct page_script page_examine = {examine_text, sizeof examine_text};

static const unsigned char prepare_text[] = {
#embed "page/prepare.js"
};
const struct page_script page_prepare = {prepare_text, sizeof prepare_text};

static const unsigned char judge_text[] = {
#embed "page/judge.js"
};
const struct page_script page_judge = {judge_text, sizeof judge_text};

static const unsigned char candidates_text[] = {
#embed "page/candidates.js"
};
const struct page_script page_candidates = {candidates_text, sizeof candidates_text};

static const unsigned char look_text[] = {
#embed "page/look.js"
};
const struct page_script page_look = {look_text, sizeof look_text};

static const unsigned char likeness_text[] = {
#embed "page/likeness.js"
};
const struct page_script page_likeness = {likeness_text, sizeof likeness_text};

static const unsigned char naming_text[] = {
#embed "page/naming.js"
};
const struct page_script page_naming = {naming_text, sizeof naming_text};

static const unsigned char near_text[] = {
#embed "page/near.js"
};
const struct page_script page_near = {near_text, sizeof near_text};

static const unsigned char narrowed_text[] = {
#embed "page/narrowed.js"
};
const struct page_script page_narrowed = {narrowed_text, sizeof narrowed_text};

static const unsigned char drawn_text[] = {
#embed "page/drawn.js"
};
const struct page_script page_drawn = {drawn_text, sizeof drawn_text};

static const unsigned char mask_text[] = {
#embed "page/mask.js"
};
const struct page_script page_mask = {mask_text, sizeof mask_text};

static const unsigned char texts_text[] = {
#embed "page/texts.js"
};
const struct page_script page_texts = {texts_text, sizeof texts_text};

static const unsigned char locate_text[] = {
#embed "page/locate.js"
};
const struct page_script page_locate = {locate_text, sizeof locate_text};

static const unsigned char snapshot_text[] = {
#embed "page/snapshot.js"
};
const struct page_script page_snapshot = {snapshot_text, sizeof snapshot_text};

static const unsigned char flaws_text[] = {
#embed "page/flaws.js"
};
const struct page_script page_flaws = {flaws_text, sizeof flaws_text};

static const unsigned char world_text[] = {
#embed "page/world.js"
};
const struct page_script page_world = {world_text, sizeof world_text};

static const unsigned char seen_text[] = {
#embed "page/seen.js"
};
const struct page_script page_seen = {seen_text, sizeof seen_text};

static const unsigned char paint_text[] = {
#embed "page/paint.js"
};
const struct page_script page_paint = {paint_text, sizeof paint_text};

static const unsigned char reach_text[] = {
#embed "page/reach.js"
};
const struct page_script page_reach = {reach_text, sizeof reach_text};

static const unsigned char skipped_text[] = {
#embed "page/skipped.js"
};
const struct page_script page_skipped = {skipped_text, sizeof skipped_text};
