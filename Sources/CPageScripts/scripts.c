#include "CPageScripts.h"
