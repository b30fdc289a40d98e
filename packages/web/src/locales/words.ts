/** What a catalogue says where English says this: the same keys, and the plural forms that its language has besides. */
export type Words<English> = {
  readonly [Key in keyof English]: English[Key] extends string ? string : Words<English[Key]>
} & { readonly [Key in keyof English as OtherForm<Key>]?: string }

type OtherForm<Key> = Key extends `${infer Name}_other` ? `${Name}_${'zero' | 'two' | 'few' | 'many'}` : never
