const TITLE = /<title\b[^>]{0,200}>\s{0,200}[^<\s]|<h1\b|\b(?:og|twitter):title\b|"headline"/i
const OUTLET = /\bog:site_name\b|"publisher"/i

/** Whether a page's markup gives a title. Linear in the page, which is not taken apart. */
export const givesTitle = (html: string): boolean => TITLE.test(html)

/** Whether a page's markup gives an outlet. Linear in the page, which is not taken apart. */
export const givesOutlet = (html: string): boolean => OUTLET.test(html)
