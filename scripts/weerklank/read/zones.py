"""Which elements of a page are not the author's: comments, navigation, share bars and the like.

Decided by tag, role and the words of class and id, Dutch and English. A name is judged whole
('comments-open' says something of the page and is no list of comments), and whoever asks protects
the elements that hold the title or the body.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from bs4 import Tag

COMMENTS = "comments"
READERS = "readers"
"""Named for readers' words by a name that an essay may bear too ('review', 'reply'): for whoever asks to protect it."""
HIDDEN = "hidden"
FORM = "form"
CAPTION = "caption"
PULL_QUOTE = "pull quote"
FURNITURE = "furniture"
BYLINE = "byline"
ASIDE = "aside"

_TAGS = {
    "nav": FURNITURE,
    "form": FORM,
    "fieldset": FORM,
    "button": FORM,
    "select": FORM,
    "textarea": FORM,
    "label": FORM,
    "dialog": FURNITURE,
    "menu": FURNITURE,
    "noscript": HIDDEN,
    "figcaption": CAPTION,
}
_ROLES = {
    "navigation": FURNITURE,
    "search": FORM,
    "contentinfo": FURNITURE,
    "dialog": FURNITURE,
    "alertdialog": FURNITURE,
    "menu": FURNITURE,
    "menubar": FURNITURE,
    "toolbar": FURNITURE,
    "tooltip": HIDDEN,
}

_COMMENT = re.compile(
    r"(?:.*[-_])?(?:comments?|reacties?|reaktie?s?|responses?|webmentions?|pingbacks?|trackbacks?|gastenboek)"
    r"(?:[-_]?(?:list|lijst|area|section|sectie|wrapper|wrap|container|block|body|content|text|thread|tree|holder|box"
    r"|form|formulier|respond|reply|template|pager|inner|item|row|meta|author|actions?|header|footer|title|heading"
    r"|overzicht|replies|embed|widget|module|\d+))*s?"
    r"|commentlist|comment-.*|respond|disqus.*|dsq-.*|isso.*|jcomments.*|komento.*|jc|kmt-.*|hypercomments.*|cackle.*"
    r"|fb[-_]comments.*|remark42.*|commento.*|utterances|giscus|wpd-.*|wpdiscuz.*|wc[-_]comment.*|cusdis.*|reactie[-_].*"
    r"|reacties[-_].*|comments[-_](?!open|closed?|off|on|enabled|disabled|none|link|count|number).*|blogcomments?",
    re.IGNORECASE,
)
_READERS = re.compile(
    r"(?:.*[-_])?(?:repl(?:y|ies)|reviews?|(?:lezers)?meningen?|lezers(?:post|brieven|reacties?)|brievenbus|beoordeling(?:en)?"
    r"|ratings?|kommentare?|antworten|antwort|leser(?:briefe|meinungen|stimmen)|meinungen|bewertung(?:en)?|g(?:ae|ä)stebuch"
    r"|guest-?book|discussion|discussie|diskussion|feedback|user-?(?:posts?|messages?)|forum-?posts?)"
    r"(?:[-_](?:list|lijst|liste|item|items|area|section|wrapper|wrap|container|block|body|content|text|thread|author|\d+))*",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"(?:.{0,30}\W)?(?:(?:lezers)?reacties?|comments?|repl(?:y|ies)|responses?|meningen|opmerkingen|beoordelingen|reviews?"
    r"|(?:leser)?kommentare?|leserbriefe|bewertungen|gastenboek|guest ?book|discussi(?:e|on)|diskussion)(?:\W.{0,60})?",
    re.IGNORECASE,
)
_COMMENT_STATE = re.compile(
    r".*[-_]?(?:comments?|reacties?)[-_](?:open|closed?|off|on|enabled|disabled|none|link|count|number)"
    r"|(?:no|has|with|without|show|hide|open|closed|post|single|page|blog|have)[-_]comments?",
    re.IGNORECASE,
)
_NAMES: dict[str, str] = {
    HIDDEN: "hidden|sr-only|screen-reader.*|visually-?hidden|element-invisible|assistive-text|skip-?links?|skip-to.*"
    "|skiplink.*|d-none|invisible|honeypot.*|print-only|a11y-hidden",
    CAPTION: ".*-caption|caption.*|.*bijschrift.*|.*onderschrift.*|image-credits?|photo-?credits?|foto-?credits?"
    "|wp-caption-text|credit-line|fotograaf|image-source|fig-caption",
    PULL_QUOTE: ".*pull-?quote.*|.*streamer.*|.*uitgelicht-?citaat.*",
    BYLINE: "byline.*|by-line|.*-byline|.*-by-line|entry-meta.*|post-meta.*|article-meta.*|blog-meta|meta-?data|meta|"
    "meta-info|.*-meta|posted-on|posted-by|submitted|date|datum|.*-date|.*-datum|date-.*|published|publish-?date|pubdate|"
    "publicatiedatum|author|auteur|.*-author|author-name|.*-auteur|vcard|entry-author|article-info|article-info-term|"
    "create|createdby|hits|post-info|postinfo|entry-info|post-details|post-header-meta|post-footer.*|postmetadata|"
    "entry-utility|dateline|timestamp|time|reading-?time|leestijd|read-time|views|post-views.*|viewcount.*|post-?timestamp",
    FURNITURE: "nav|navbar.*|nav-.*|.*-nav|navigation.*|.*-navigation|navigatie.*|.*-menu|menu|menu-.*|"
    "hoofdmenu|submenu|"
    "breadcrumbs?.*|.*-breadcrumbs?|kruimel.*|.*-kruimelpad|u-bent-hier|you-are-here|pathway|crumbs?|"
    "sidebar.*|.*-sidebar|side-bar|sidebox|zijbalk.*|zijkolom|widget|widget[-_].*|.*-widget|widgets|"
    "share|share-.*|.*-share|sharing.*|.*-sharing|sharedaddy|sd-.*|sharebar.*|sharethis.*|addtoany.*|a2a.*|addthis.*|"
    "social|social-.*|.*-social|socials|socialmedia|social_.*|.*-socials|deel|delen|deel-.*|.*-delen|deelknop.*|"
    "heateor.*|ssba.*|shariff.*|jetpack-likes.*|like-?button|sd-like.*|wpulike.*|vind-ik-leuk|post-?share.*|"
    "related|related-.*|.*-related|relatedposts|related_.*|.*_related|jp-relatedposts|yarpp.*|gerelateerd.*|.*-gerelateerd|"
    "lees-?ook.*|lees-?meer(?:-link|-knop|-button)?|readmore|read-more(?:-link|-button|-wrap)?|meer-?lezen|more-articles|more-posts|moreposts|recommended.*|aanbevolen.*|"
    "also-like|you-may.*|suggested.*|recent-.*|recente-.*|latest-.*|laatste-.*|populair.*|popular.*|most-?read|meest-?gelezen|"
    "trending.*|outbrain.*|taboola.*|other-articles|andere-artikelen|meer-?artikelen|rp4wp.*|crp_related.*|wp_rp.*|"
    "footer|site-footer|page-footer|.*-footer|footer-.*|colophon|colofon|copyright|copyrights|disclaimer|"
    "cookie.*|.*-cookie|.*-cookies|consent.*|.*-consent|gdpr.*|avg-melding|cmplz.*|cmp-.*|cky-.*|cc-window|cc-banner|"
    "onetrust.*|moove.*|cli-.*|privacy-?(?:banner|bar|notice|melding)|cookiebar|"
    "newsletter.*|.*-newsletter|nieuwsbrief.*|.*-nieuwsbrief|subscribe.*|.*-subscribe|subscription.*|signup.*|sign-up.*|"
    "mailchimp.*|mc4wp.*|mc_embed.*|inschrijf.*|aanmeld.*|optin.*|opt-in.*|mailing-?list|follow-?us|volg-?ons|follow-.*|"
    "tags|tag-?links|tags-links|post-tags|entry-tags|.*-tags|taglist|tag-list|tag-?cloud|tagged|labels|post-labels|"
    "categories|cat-links|category-list|post-categories|entry-categories|.*-categories|categorie|categorieen|rubriek-links|"
    "field-name-field-tags|field--name-field-tags|taxonomy|"
    "pagination.*|pager|pager-.*|paging|page-links|pagenav|nav-links|post-nav.*|prev-?next|next-?prev|previous-next|"
    "nav-previous|nav-next|prevnext.*|post-pagination|blog-pager|"
    "author-?box.*|authorbox.*|author-?bio.*|author-?info.*|author-?description|author-?card.*|about-?(?:the-)?author.*|"
    "over-de-auteur.*|auteur-?info.*|auteur-?box.*|.*-author-?box|.*-author-?bio|post-author-box|saboxplugin.*|pp-author.*|"
    "abh_.*|molongui.*|multiple-authors.*|"
    "print|print-.*|printlink|email-.*|actions|icons|post-actions|toolbar.*|tools|pdf-?link|link-wrapper|"
    "ratings?|rating-.*|.*-ratings?|votes?|voting|post-ratings.*|stars?|star-rating.*|waardering|"
    "ad|ads|ad-.*|ads-.*|advert.*|.*-ad|.*-ads|adsense.*|adsbygoogle|banner|banner-.*|promo|promo-.*|sponsor.*|advertentie.*|"
    "reclame|google-auto-placed|"
    "popup.*|pop-up.*|modal.*|overlay|overlay-.*|lightbox.*|toast.*|notification-?bar.*|topbar|top-bar.*|"
    "login.*|log-in|user-login|search|search-?form.*|searchbox|search-.*|zoek|zoeken|zoekveld|zoek-?formulier|"
    "language-?switcher.*|lang-?switch.*|wpml.*|language-?chooser|taalkeuze|taal-?menu|"
    "ez-toc.*|toc|toc_container|table-of-contents.*|inhoudsopgave|lwptoc.*|"
    "back-?to-?top|to-?top|scroll-?top|naar-?boven|totop|"
    "cta|cta-.*|.*-cta|call-to-action|donate|donate-.*|doneer.*|donatie.*|donation.*|steun-ons|"
    "archive-links|archives|archief|blogroll|site-header|masthead|site-branding|site-title|site-description|"
    "edit-link|editsection|mw-editsection|post-edit-link|widgetarea|widget-area|"
    "wp-block-(?:latest.*|post-(?:navigation.*|terms|comments.*|author.*|date)|comments.*|social.*|tag-cloud|categories"
    "|archives|search|loginout|page-list|navigation.*|site-.*|button|buttons|query.*|rss|calendar)|"
    "feedburner|rss|rss-.*|qr-?code|dropdown-menu|megamenu|offcanvas.*|off-canvas.*|hamburger.*|drawer.*",
}
_NAMED = [(zone, re.compile(names, re.IGNORECASE)) for zone, names in _NAMES.items()]
_BUILDER = re.compile(
    r"(?:elementor|et_pb|vc|wpb|fusion|fl|brxe|kt|uagb|avia|av|ct|oxy|tdb|jet|sppb|uk)[-_].*", re.IGNORECASE
)
_BUILT = re.compile(
    r"elementor-widget-(?:share-buttons|posts?|post-navigation|post-comments|author-box|nav-menu|breadcrumbs|post-info|login"
    r"|search-form|form|social-icons|archive-posts|loop-.*|call-to-action|sidebar|table-of-contents|button|wp-widget-.*)"
    r"|et_pb_(?:comments.*|social_media.*|post_nav.*|blog.*|sidebar.*|contact.*|signup.*|posts_nav.*|search.*)"
    r"|fusion-(?:sharing-box|single-sharing-box|meta-info.*|author.*|breadcrumbs|related-posts|footer.*)"
    r"|(?:single-navigation|related-posts|tdb[-_]single[-_](?:related|comments|author.*|next.*|tags|categor.*))",
    re.IGNORECASE,
)
_LONG_TAGS = ("html", "body", "main")
_NAME_LIMIT = 80


def zone(element: Tag) -> str:
    """The zone that this element opens, '' for none. What its ancestors open is not looked at."""
    if element.name in _LONG_TAGS:
        return ""
    names = names_of(element)
    if any(is_comment_name(name) for name in names):
        return COMMENTS
    by_tag = _TAGS.get(element.name) or _ROLES.get(str(element.get("role") or "").lower()) or _page_part(element)
    if by_tag:
        return by_tag
    if _is_hidden(element):
        return HIDDEN
    if any(_READERS.fullmatch(name) for name in names) or _is_labelled(element):
        return READERS
    if any(_BUILT.fullmatch(name) for name in names) or _is_teaser(element):
        return FURNITURE
    for name in names:
        for kind, pattern in _NAMED:
            if not _BUILDER.fullmatch(name) and pattern.fullmatch(name):
                return kind
    return ""


def names_of(element: Tag) -> list[str]:
    """The words of class, id and data-component, shortened against hostile lengths."""
    classes: str | list[str] = element.get("class") or []
    listed = classes.split() if isinstance(classes, str) else list(classes)
    extra = [str(element.get(key) or "") for key in ("id", "itemprop")]
    return [name[:_NAME_LIMIT] for name in [*listed, *extra] if name]


def is_comment_name(name: str) -> bool:
    """Whether a class or id names readers' comments.

    >>> [is_comment_name(n) for n in ("comment-list", "reacties", "comments-open", "commentaar")]
    [True, True, False, False]
    """
    return bool(_COMMENT.fullmatch(name)) and not _COMMENT_STATE.fullmatch(name)


def holds_comments(elements: Iterable[Tag]) -> bool:
    """Whether one of these elements is named as readers' comments."""
    return any(is_comment_name(name) for element in elements for name in names_of(element))


def _page_part(element: Tag) -> str:
    """Headers and footers belong to the page unless they stand inside an article or a quotation."""
    if element.name not in ("header", "footer", "aside"):
        return ""
    if element.name == "footer" and element.find_parent("blockquote"):
        return CAPTION
    if element.name == "header" and element.find_parent(("article", "main", "section")):
        return ""
    return ASIDE if element.name == "aside" else FURNITURE


def _is_labelled(element: Tag) -> bool:
    """Whether a part of the page is called readers' comments for who hears it."""
    label = str(element.get("aria-label") or "")
    return (
        element.name not in ("a", "button", "input") and bool(label) and bool(_LABELLED.fullmatch(label[:_NAME_LIMIT]))
    )


def _is_teaser(element: Tag) -> bool:
    """An article whose heading is a link: it announces another text."""
    if element.name != "article":
        return False
    heading = element.find(["h1", "h2", "h3", "h4", "h5"])
    link = heading.find("a", href=True) or heading.find_parent("a", href=True) if heading else None
    return link is not None and not str(link.get("href")).startswith("#") and len(element.get_text().split()) < 150


def _is_hidden(element: Tag) -> bool:
    if element.has_attr("hidden") or str(element.get("aria-hidden") or "").lower() == "true":
        return True
    style = str(element.get("style") or "")[:500].replace(" ", "").lower()
    return "display:none" in style or "visibility:hidden" in style
