"""Newsletters as the programs that send them write them: tables in tables, styles in every cell, words that nobody is shown."""

from __future__ import annotations

from collections.abc import Sequence
from email.message import EmailMessage

PREHEADER = (
    '<div style="display:none;font-size:1px;color:#ffffff;line-height:1px;max-height:0px;max-width:0px;opacity:0;overflow:hidden;">'
    "Also today: what the mayor had for breakfast, and why the buses are late again this week. &zwnj;&nbsp;&zwnj;&nbsp;&#847;</div>"
)
PIXEL = '<img src="https://track.post.example/open?u=7f3a" width="1" height="1" alt="" style="display:block">'
WEEKLY = "Thornley Weekly <news@thornley.example>"


def mailed(
    markup: str,
    plain: str = "",
    *,
    subject: str,
    sender: str = WEEKLY,
    charset: str = "utf-8",
    cte: str = "quoted-printable",
) -> EmailMessage:
    """The newsletter as a mail, with a plain text beside the markup if one is given."""
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = sender, "desk@example.org", subject
    made["Date"] = "Fri, 03 May 2019 06:30:00 +0100"
    made["List-Unsubscribe"] = "<https://track.post.example/out?u=7f3a>"
    if plain:
        made.set_content(plain, charset=charset, cte=cte)
        made.add_alternative(markup, subtype="html", charset=charset, cte=cte)
    else:
        made.set_content(markup, subtype="html", charset=charset, cte=cte)
    return made


def frame(rows: Sequence[str], charset: str = "utf-8") -> str:
    """The page around the rows: preheader, link to the browser, masthead, footer, pixel."""
    inside = "".join(f'<tr><td style="padding:12px 24px;font-family:Georgia,serif">{row}</td></tr>' for row in rows)
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head><meta http-equiv="Content-Type" content="text/html; charset={charset}">
<title>Thornley Weekly</title><style>.ExternalClass {{ width: 100% }} @media (max-width: 600px) {{ .full {{ width: 100% }} }}</style></head>
<body bgcolor="#f4f4f4">{PREHEADER}
<!--[if mso]><table width="600"><tr><td><![endif]-->
<table width="100%" cellpadding="0" cellspacing="0" role="presentation"><tr><td align="center">
<table width="600" class="full" role="presentation">
<tr><td align="right" style="font-size:11px"><a href="https://track.post.example/v">View this email in your browser</a></td></tr>
<tr><td><a href="https://track.post.example/h"><img src="logo.png" alt="Thornley Weekly" width="200"></a></td></tr>
{inside}
<tr><td align="center" style="font-size:11px;color:#999999">
<a href="https://track.post.example/f">Facebook</a> &nbsp;|&nbsp; <a href="https://track.post.example/t">Twitter</a><br>
You are receiving this email because you signed up at our website.<br>
Thornley Weekly, 4 Mill Lane, Thornley TH1 2AB. Registered in England and Wales.<br>
<a href="https://track.post.example/out">Unsubscribe</a> &nbsp;|&nbsp; <a href="https://track.post.example/p">Update your preferences</a>
&nbsp;|&nbsp; <a href="https://track.post.example/fw">Forward to a friend</a><br>&copy; 2019 Thornley Weekly. All rights reserved.
</td></tr></table></td></tr></table><!--[if mso]></td></tr></table><![endif]-->{PIXEL}</body></html>"""


def story(title: str, paragraphs: Sequence[str], byline: str = "") -> list[str]:
    """The rows of a story that is told in full."""
    by = f'<p style="font-size:12px;color:#666">{byline}</p>' if byline else ""
    head = f'<h2 style="margin:0"><a href="https://track.post.example/c" style="color:#111;text-decoration:none">{title}</a></h2>'
    text = "".join(f'<p style="font-size:16px;line-height:24px">{words}</p>' for words in paragraphs)
    button = '<table><tr><td bgcolor="#b00"><a href="https://track.post.example/c" style="color:#fff">Read online</a></td></tr></table>'
    return [f'<img src="a.jpg" width="552" alt="A picture of it">{head}{by}', text + button]


def teaser(title: str, words: str) -> str:
    """A row that leads to a story: picture, headline, a sentence, a button."""
    return (
        '<table width="100%"><tr><td width="180"><a href="https://track.post.example/c"><img src="b.jpg" width="180" alt=""></a></td>'
        f'<td valign="top"><a href="https://track.post.example/c" style="font-weight:bold">{title}</a><br>'
        f'<span style="font-size:14px">{words}</span><br><a href="https://track.post.example/c">Read more &raquo;</a></td></tr></table>'
    )


def letter(title: str, paragraphs: Sequence[str], author: str) -> str:
    """One essay with its subtitle, as the services for writers send it."""
    text = "".join(f"<p>{words}</p>" for words in paragraphs[:2])
    rest = "".join(f"<p>{words}</p>" for words in paragraphs[2:])
    ask = (
        '<div class="subscription-widget"><p>Thornley Notes is a reader-supported publication. To receive new posts and support my work, '
        'consider becoming a free or paid subscriber.</p><p class="button-wrapper"><a class="button" href="https://n.example/s">'
        "<span>Subscribe now</span></a></p></div>"
    )
    return f"""<html><body>
<div class="preview" style="font-size:1px;max-height:0;overflow:hidden">What the vote means for you &#847; &#847;</div>
<div class="email-body-container">
<p style="text-align:right">Forwarded this email? <a href="https://n.example/s">Subscribe here</a> for more</p>
<div class="post typography"><h1 class="post-title"><a href="https://n.example/p/1">{title}</a></h1>
<h3 class="subtitle">What was said in the hall, and what was not</h3>
<table><tr><td><a href="https://n.example/@a">{author}</a></td><td>May 3</td></tr></table>
<table><tr><td><a href="x"><img alt=""></a></td><td><a href="x"><img alt=""></a></td><td><a href="x">READ IN APP</a></td></tr></table>
<div class="body markup">{text}{ask}{rest}</div></div>
<div class="footer"><p>© 2019 {author}<br>548 Market Street PMB 7, Thornley<br><a href="https://n.example/u">Unsubscribe</a></p>
<p><a class="button" href="https://n.example/go">Start writing</a></p></div></div>
<img src="https://n.example/o.gif" width="1" height="1"></body></html>"""
