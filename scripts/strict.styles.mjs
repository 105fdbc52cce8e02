/**
 * Mantine writes its style elements as markup (`dangerouslySetInnerHTML`, `innerHTML`), which Trusted Types refuses. The same
 * bytes as text need no exception, so the build says `children` and `textContent` instead; it fails when a form it does not
 * know comes up, rather than let the page break in a browser.
 */
export function strictStyles() {
  return {
    name: 'isnad:strict-styles',
    transform(code, id) {
      if (!id.includes('/node_modules/@mantine/') || !/innerHTML/i.test(code)) return null;
      const strict = code
        .replace(/(jsx\("style", \{[^}]*?)dangerouslySetInnerHTML: \{ __html: ([^\n]*?) \}\n/g, '$1children: $2\n')
        .replace(/\bstyle\.innerHTML = /g, 'style.textContent = ');
      if (/jsx\("style", \{[^}]*dangerouslySetInnerHTML|style\.innerHTML/.test(strict)) {
        this.error(`a style element written as markup in ${id}`);
      }
      return { code: strict, map: null };
    },
  };
}
