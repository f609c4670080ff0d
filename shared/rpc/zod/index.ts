/** Read in the place of zod by what is built, pages, hosts: a program that starts makes no schema that it doesn't use. */
export * as z from './schemas.ts'
