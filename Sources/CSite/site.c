#include "CSite.h"
