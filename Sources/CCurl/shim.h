#include <curl/curl.h>

// Swift can't call variadic functions; these name each kind of value `curl_easy_setopt` takes.

static inline CURLcode lectern_curl_set_long(CURL *curl, CURLoption option, long value) {
  return curl_easy_setopt(curl, option, value);
}

static inline CURLcode lectern_curl_set_text(CURL *curl, CURLoption option, const char *text) {
  return curl_easy_setopt(curl, option, text);
}

static inline CURLcode lectern_curl_set_pointer(CURL *curl, CURLoption option, void *pointer) {
  return curl_easy_setopt(curl, option, pointer);
}

static inline CURLcode lectern_curl_set_recipients(CURL *curl, struct curl_slist *recipients) {
  return curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, recipients);
}

static inline CURLcode lectern_curl_set_read(CURL *curl, curl_read_callback read) {
  return curl_easy_setopt(curl, CURLOPT_READFUNCTION, read);
}

static inline CURLcode lectern_curl_set_debug(CURL *curl, curl_debug_callback debug) {
  return curl_easy_setopt(curl, CURLOPT_DEBUGFUNCTION, debug);
}

static inline CURLcode lectern_curl_set_progress(CURL *curl, curl_xferinfo_callback progress) {
  return curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, progress);
}
