/**
 * SQL: whether a member may see an article; `seesArticle` of the rules, for rows. `member` is a placeholder, `article` the alias of
 * the article's row.
 */
export const readBy = (member: string, article = 'a'): string =>
  `(${article}.visibility = 'newsroom' OR ${member} = ANY (${article}.visible_to || ${article}.author_ids || ${article}.created_by))`;
