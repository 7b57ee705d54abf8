/**
 * Sets the chosen colours before the first paint. It stands in the page itself, since a script that is loaded would
 * come too late; astro.config.mjs gives the Content-Security-Policy its hash.
 */
export const themeScript =
  "try{const t=localStorage.getItem('bilig:theme');if(t==='dark'||t==='light')document.documentElement.dataset.theme=t}catch{}document.documentElement.classList.add('js')";
