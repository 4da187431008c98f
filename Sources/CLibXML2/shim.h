#ifndef ETUDE_CLIBXML2_SHIM_H
#define ETUDE_CLIBXML2_SHIM_H
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

/// `xmlFree` is a global variable that holds a function, which Swift 6 takes for shared mutable state.
static inline void etude_xml_free(void *pointer) { xmlFree(pointer); }
#endif
