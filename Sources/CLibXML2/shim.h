#ifndef ETUDE_CLIBXML2_SHIM_H
#define ETUDE_CLIBXML2_SHIM_H
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/catalog.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/uri.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

/// `xmlFree` is a global variable that holds a function, which Swift 6 takes for shared mutable state.
static inline void etude_xml_free(void *pointer) { xmlFree(pointer); }

/// The code of the error that an XPath has taken more operations than it may.
enum { XML_XPATH_OP_LIMIT = XML_XPATH_EXPRESSION_OK + XPATH_OP_LIMIT_EXCEEDED };

/// What a parser's context and an XPath context know of their Swift owner, and the first error they met.
struct etude_markup_state {
    void *owner;
    int failed;
    int line;
    char message[256];
};

/// The type of a reported error differs between versions of libxml2.
#if LIBXML_VERSION >= 21200
typedef const xmlError *etude_xml_error;
#else
typedef xmlErrorPtr etude_xml_error;
#endif

/// Keeps the first error that is more than a warning.
static inline void etude_markup_note(struct etude_markup_state *state, etude_xml_error error) {
    if (state == NULL || error == NULL || state->failed || error->level < XML_ERR_ERROR) return;
    state->failed = error->code;
    state->line = error->line;
    snprintf(state->message, sizeof state->message, "%s", error->message == NULL ? "no reason given" : error->message);
}

static void etude_xml_parser_error(void *context, etude_xml_error error) {
    etude_markup_note((struct etude_markup_state *)((xmlParserCtxtPtr)context)->_private, error);
}

/// HTML mends itself; only want of memory ends it.
static void etude_html_parser_error(void *context, etude_xml_error error) {
    if (error != NULL && error->code == XML_ERR_NO_MEMORY) etude_xml_parser_error(context, error);
}

static void etude_xpath_error(void *state, etude_xml_error error) {
    etude_markup_note((struct etude_markup_state *)state, error);
}

static xmlParserInputPtr etude_refuse_entity(const char *address, const char *name, xmlParserCtxtPtr context) {
    (void)address, (void)name, (void)context;
    return NULL;
}

/// Settles what holds for the whole process: nothing outside a document is ever loaded.
static inline void etude_markup_start(void) {
    xmlInitParser();
    xmlSetExternalEntityLoader(etude_refuse_entity);
#ifdef LIBXML_CATALOG_ENABLED
    xmlCatalogSetDefaults(XML_CATA_ALLOW_NONE);
#endif
}

/// A push parser of XML in UTF-8, whatever the document declares.
static inline xmlParserCtxtPtr etude_xml_parser(xmlSAXHandler *sax, struct etude_markup_state *state) {
    sax->serror = etude_xml_parser_error;
    xmlParserCtxtPtr context = xmlCreatePushParserCtxt(sax, NULL, NULL, 0, NULL);
    if (context == NULL) return NULL;
    context->_private = state;
    xmlCtxtUseOptions(context, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC | XML_PARSE_COMPACT);
    xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8);
    return context;
}

/// A push parser of HTML in UTF-8, whatever the document declares.
static inline xmlParserCtxtPtr etude_html_parser(xmlSAXHandler *sax, struct etude_markup_state *state) {
    sax->serror = etude_html_parser_error;
    xmlParserCtxtPtr context = htmlCreatePushParserCtxt(sax, NULL, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
    if (context == NULL) return NULL;
    context->_private = state;
    htmlCtxtUseOptions(context, HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NODEFDTD | HTML_PARSE_IGNORE_ENC | HTML_PARSE_COMPACT);
    xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8);
    return context;
}

/// Where the first NUL stands; -1 where there is none.
static inline long etude_markup_nul(const void *bytes, size_t count) {
    const char *found = count == 0 ? NULL : memchr(bytes, 0, count);
    return found == NULL ? -1 : (long)(found - (const char *)bytes);
}

/// Whether two runs of bytes are equal.
static inline int etude_markup_equal(const void *left, const void *right, size_t count) {
    return count == 0 || memcmp(left, right, count) == 0;
}

/// How many bytes the parser holds back because what they begin has not ended yet, and where they start.
static inline size_t etude_markup_pending(xmlParserCtxtPtr context, const unsigned char **start) {
    if (context->input == NULL || context->input->cur == NULL) return 0;
    *start = context->input->cur;
    return (size_t)(context->input->end - context->input->cur);
}

/// The line on which the parser stands.
static inline int etude_markup_line(xmlParserCtxtPtr context) {
    return context->input == NULL ? 0 : context->input->line;
}

/// Keeps the line in the node that was made last; libxml2's own goes to 65,535.
static inline void etude_markup_set_line(xmlParserCtxtPtr context) {
    if (context->node != NULL) context->node->_private = (void *)(intptr_t)etude_markup_line(context);
}

/// The dictionary in which the parser keeps names.
static inline xmlDictPtr etude_markup_dictionary(xmlParserCtxtPtr context) { return context->dict; }

/// The document that the parser has built, which is the caller's from now on.
static inline xmlDocPtr etude_markup_take_document(xmlParserCtxtPtr context) {
    xmlDocPtr document = context->myDoc;
    context->myDoc = NULL;
    return document;
}

/// An XPath context that stops after so many operations, all its evaluations together.
static inline xmlXPathContextPtr etude_xpath_context(xmlDocPtr document, struct etude_markup_state *state, size_t limit) {
    xmlXPathContextPtr context = xmlXPathNewContext(document);
    if (context == NULL) return NULL;
    context->error = etude_xpath_error;
    context->userData = state;
    context->opLimit = limit;
    return context;
}
#endif
