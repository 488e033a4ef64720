// The pages of the demo site and the bundled flows, from `fixtures/` into the binary by `#embed` (C23).
//
// A new file takes two places: its bytes, and its line in the table at the end.

#include "CSite.h"

static const unsigned char activity_json[] = {
#embed "../../fixtures/site/activity.json"
};
static const unsigned char cookie_wall_html[] = {
#embed "../../fixtures/site/cookie-wall.html"
};
static const unsigned char dashboard_html[] = {
#embed "../../fixtures/site/dashboard.html"
};
static const unsigned char dashboard_js[] = {
#embed "../../fixtures/site/dashboard.js"
};
static const unsigned char effects_js[] = {
#embed "../../fixtures/site/effects.js"
};
static const unsigned char error_html[] = {
#embed "../../fixtures/site/error.html"
};
static const unsigned char frame_clock_html[] = {
#embed "../../fixtures/site/frame-clock.html"
};
static const unsigned char frame_status_html[] = {
#embed "../../fixtures/site/frame-status.html"
};
static const unsigned char help_html[] = {
#embed "../../fixtures/site/help.html"
};
static const unsigned char icon_svg[] = {
#embed "../../fixtures/site/icon.svg"
};
static const unsigned char landing_html[] = {
#embed "../../fixtures/site/landing.html"
};
static const unsigned char layout_html[] = {
#embed "../../fixtures/site/layout.html"
};
static const unsigned char login_html[] = {
#embed "../../fixtures/site/login.html"
};
static const unsigned char metrics_json[] = {
#embed "../../fixtures/site/metrics.json"
};
static const unsigned char nav_user_html[] = {
#embed "../../fixtures/site/nav-user.html"
};
static const unsigned char nav_visitor_html[] = {
#embed "../../fixtures/site/nav-visitor.html"
};
static const unsigned char settings_key_html[] = {
#embed "../../fixtures/site/settings-key.html"
};
static const unsigned char settings_html[] = {
#embed "../../fixtures/site/settings.html"
};
static const unsigned char settings_js[] = {
#embed "../../fixtures/site/settings.js"
};
static const unsigned char site_css[] = {
#embed "../../fixtures/site/site.css"
};
static const unsigned char spinner_html[] = {
#embed "../../fixtures/site/spinner.html"
};
static const unsigned char upload_row_html[] = {
#embed "../../fixtures/site/upload-row.html"
};
static const unsigned char upload_table_html[] = {
#embed "../../fixtures/site/upload-table.html"
};
static const unsigned char upload_html[] = {
#embed "../../fixtures/site/upload.html"
};
static const unsigned char widgets_js[] = {
#embed "../../fixtures/site/widgets.js"
};
static const unsigned char cases_actionability_html[] = {
#embed "../../fixtures/site/cases/actionability.html"
};
static const unsigned char cases_dialogs_html[] = {
#embed "../../fixtures/site/cases/dialogs.html"
};
static const unsigned char cases_echo_html[] = {
#embed "../../fixtures/site/cases/echo.html"
};
static const unsigned char cases_forms_html[] = {
#embed "../../fixtures/site/cases/forms.html"
};
static const unsigned char cases_frame_html[] = {
#embed "../../fixtures/site/cases/frame.html"
};
static const unsigned char cases_frames_html[] = {
#embed "../../fixtures/site/cases/frames.html"
};
static const unsigned char cases_keyboard_html[] = {
#embed "../../fixtures/site/cases/keyboard.html"
};
static const unsigned char cases_late_html[] = {
#embed "../../fixtures/site/cases/late.html"
};
static const unsigned char cases_meta_refresh_html[] = {
#embed "../../fixtures/site/cases/meta-refresh.html"
};
static const unsigned char cases_mouse_html[] = {
#embed "../../fixtures/site/cases/mouse.html"
};
static const unsigned char cases_navigation_html[] = {
#embed "../../fixtures/site/cases/navigation.html"
};
static const unsigned char cases_shadow_html[] = {
#embed "../../fixtures/site/cases/shadow.html"
};
static const unsigned char cases_targets_html[] = {
#embed "../../fixtures/site/cases/targets.html"
};
static const unsigned char cases_windows_html[] = {
#embed "../../fixtures/site/cases/windows.html"
};
static const unsigned char canaries_api_health_canary_json5[] = {
#embed "../../fixtures/canaries/api-health.canary.json5"
};
static const unsigned char canaries_broken_canary_json5[] = {
#embed "../../fixtures/canaries/broken.canary.json5"
};
static const unsigned char canaries_dashboard_canary_json5[] = {
#embed "../../fixtures/canaries/dashboard.canary.json5"
};
static const unsigned char canaries_first_canary_json5[] = {
#embed "../../fixtures/canaries/first.canary.json5"
};
static const unsigned char canaries_login_canary_json5[] = {
#embed "../../fixtures/canaries/login.canary.json5"
};
static const unsigned char canaries_order_on_page_canary_json5[] = {
#embed "../../fixtures/canaries/order-on-page.canary.json5"
};
static const unsigned char canaries_order_workflow_canary_json5[] = {
#embed "../../fixtures/canaries/order-workflow.canary.json5"
};
static const unsigned char canaries_sign_in_steps_json5[] = {
#embed "../../fixtures/canaries/sign-in.steps.json5"
};
static const unsigned char canaries_users_csv[] = {
#embed "../../fixtures/canaries/users.csv"
};

#define FILE(name, bytes) {name, bytes, sizeof bytes}

static const site_file files[] = {
    FILE("activity.json", activity_json),
    FILE("cookie-wall.html", cookie_wall_html),
    FILE("dashboard.html", dashboard_html),
    FILE("dashboard.js", dashboard_js),
    FILE("effects.js", effects_js),
    FILE("error.html", error_html),
    FILE("frame-clock.html", frame_clock_html),
    FILE("frame-status.html", frame_status_html),
    FILE("help.html", help_html),
    FILE("icon.svg", icon_svg),
    FILE("landing.html", landing_html),
    FILE("layout.html", layout_html),
    FILE("login.html", login_html),
    FILE("metrics.json", metrics_json),
    FILE("nav-user.html", nav_user_html),
    FILE("nav-visitor.html", nav_visitor_html),
    FILE("settings-key.html", settings_key_html),
    FILE("settings.html", settings_html),
    FILE("settings.js", settings_js),
    FILE("site.css", site_css),
    FILE("spinner.html", spinner_html),
    FILE("upload-row.html", upload_row_html),
    FILE("upload-table.html", upload_table_html),
    FILE("upload.html", upload_html),
    FILE("widgets.js", widgets_js),
    FILE("cases/actionability.html", cases_actionability_html),
    FILE("cases/dialogs.html", cases_dialogs_html),
    FILE("cases/echo.html", cases_echo_html),
    FILE("cases/forms.html", cases_forms_html),
    FILE("cases/frame.html", cases_frame_html),
    FILE("cases/frames.html", cases_frames_html),
    FILE("cases/keyboard.html", cases_keyboard_html),
    FILE("cases/late.html", cases_late_html),
    FILE("cases/meta-refresh.html", cases_meta_refresh_html),
    FILE("cases/mouse.html", cases_mouse_html),
    FILE("cases/navigation.html", cases_navigation_html),
    FILE("cases/shadow.html", cases_shadow_html),
    FILE("cases/targets.html", cases_targets_html),
    FILE("cases/windows.html", cases_windows_html),
    FILE("canaries/api-health.canary.json5", canaries_api_health_canary_json5),
    FILE("canaries/broken.canary.json5", canaries_broken_canary_json5),
    FILE("canaries/dashboard.canary.json5", canaries_dashboard_canary_json5),
    FILE("canaries/first.canary.json5", canaries_first_canary_json5),
    FILE("canaries/login.canary.json5", canaries_login_canary_json5),
    FILE("canaries/order-on-page.canary.json5", canaries_order_on_page_canary_json5),
    FILE("canaries/order-workflow.canary.json5", canaries_order_workflow_canary_json5),
    FILE("canaries/sign-in.steps.json5", canaries_sign_in_steps_json5),
    FILE("canaries/users.csv", canaries_users_csv),
};

size_t site_file_count(void) { return sizeof files / sizeof files[0]; }

site_file site_file_at(size_t index) { return files[index]; }
