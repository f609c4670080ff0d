/** For whoever bundles the sources, whose root is given: zod's functions note each schema, and make it when it is used. */
export const schemasWhenUsed = (root: string) => ({
  find: /^zod$/,
  replacement: `${root}/shared/rpc/zod/index.ts`,
})
