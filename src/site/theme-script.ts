/**
 * Sets the chosen colours and reading settings before the first paint. It stands in the page itself, since a script that
 * is loaded would come too late; astro.config.mjs gives the Content-Security-Policy its hash.
 *
 * The sheet of the settings is written, not appended: only what the parser finds holds the first paint back in every
 * browser. Whoever has set nothing never loads it. A stored text becomes an attribute and nothing else.
 */
export const themeScript =
  "{const d=document.documentElement;d.className='js';let r=matchMedia('(prefers-contrast:more)').matches?' contrast-more':'';try{const g=k=>localStorage.getItem('bilig:'+k)||'',t=g('theme');if(t==='dark'||t==='light')d.dataset.theme=t;r=g('reading')+r}catch{}if(r){d.dataset.reading=r;document.write(`<link rel=stylesheet href=${d.dataset.sheet}>`)}}";

/**
 * The same in the frame of another site's page, which may name the colours in the address: they hold also where storage is
 * refused, and before what the reader has set on this site.
 */
export const embedThemeScript =
  "{const d=document.documentElement;d.className='js';let r=matchMedia('(prefers-contrast:more)').matches?' contrast-more':'',t=new URLSearchParams(location.search).get('theme');try{const g=k=>localStorage.getItem('bilig:'+k)||'';t??=g('theme');r=g('reading')+r}catch{}if(t==='dark'||t==='light')d.dataset.theme=t;if(r){d.dataset.reading=r;document.write(`<link rel=stylesheet href=${d.dataset.sheet}>`)}}";
