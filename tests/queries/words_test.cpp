#include "test.hpp"
