#include "CPageScripts.h"

static const unsigned char find[] = {
#embed "page/find.js"
};
static const unsigned char state[] = {
#embed "page/state.js"
};
static const unsigned char roles[] = {
#embed "page/roles.js"
};
static const unsigned char wait[] = {
#embed "page/wait.js"
};
static const unsigned char examine[] = {
#embed "page/examine.js"
};
static const unsigned char prepare[] = {
#embed "page/prepare.js"
};
static const unsigned char judge[] = {
#embed "page/judge.js"
};
static const unsigned char candidates[] = {
#embed "page/candidates.js"
};
static const unsigned char look[] = {
#embed "page/look.js"
};
static const unsigned char near[] = {
#embed "page/near.js"
};

#define SCRIPT(name) {#name, name, sizeof name}

static const struct page_script all[] = {
    SCRIPT(find), SCRIPT(state), SCRIPT(roles), SCRIPT(wait), SCRIPT(examine), SCRIPT(prepare),
    SCRIPT(judge), SCRIPT(candidates), SCRIPT(look), SCRIPT(near), {0, 0, 0},
};

const struct page_script *page_scripts(void) { return all; }
