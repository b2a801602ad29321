/** Reads the schemas of the OpenAPI document, so that nothing it says is written a second time in this page. */
export class Contract {
  constructor(schemas) {
    this.schemas = schemas;
  }

  property(schema, name) {
    return this.schemas[schema]?.properties?.[name] ?? {};
  }

  /** The values of an enumeration, of a schema or of one of its members. */
  values(schema, name) {
    const node = name ? this.property(schema, name) : this.schemas[schema] ?? {};
    return node.enum ?? this.#target(node).enum ?? [];
  }

  /** What a member means, in its first sentence. */
  meaning(schema, name) {
    const node = this.property(schema, name);
    const text = node.description ?? this.#target(node).description ?? '';
    return text.replaceAll('`', '').split(/[.;](?:\s|$)/)[0];
  }

  /** When to choose an algorithm, by its family. */
  whenToUse(algorithm) {
    const families = Object.entries(this.schemas.Algorithm?.['x-when-to-use'] ?? {});
    return families.find(([family]) => algorithm.startsWith(family))?.[1] ?? '';
  }

  #target(node) {
    return node.$ref ? this.schemas[node.$ref.split('/').at(-1)] ?? {} : {};
  }
}
