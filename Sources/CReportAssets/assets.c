#include "CReportAssets.h"

static const unsigned char style_text[] = {
#embed "page/style.css"
};
const struct report_asset report_style = {style_text, sizeof style_text};

static const unsigned char script_text[] = {
#embed "page/script.js"
};
const struct report_asset report_script = {script_text, sizeof script_text};
