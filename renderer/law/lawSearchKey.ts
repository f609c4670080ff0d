/** The key that opens the search of the law at once on a page that gives it room; F1 opens the help, which has it too. */
export const lawSearchKey = 'Shift+F1'
