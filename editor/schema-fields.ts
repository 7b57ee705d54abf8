import { fields, type ComponentSchema } from '@keystatic/core';

/** The part of JSON Schema that docs/schemas uses. */
export interface JsonSchema {
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly pattern?: string;
  readonly patternErrorMessage?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly propertyNames?: JsonSchema;
  readonly additionalProperties?: JsonSchema | boolean;
}

/** The keys of a schema as fields of a form, under the names that they have in the file. */
export function schemaFields(schema: JsonSchema): Record<string, ComponentSchema> {
  const { properties = {}, required = [], propertyNames, additionalProperties: part } = schema;
  const named = Object.entries(properties).map(
    ([key, value]) => [key, fieldOf(key, value, required.includes(key))] as const,
  );
  const keyed =
    typeof part === 'object'
      ? (propertyNames?.enum ?? []).map((key) => [key, fieldOf(key, optional(part), false)] as const)
      : [];
  return Object.fromEntries([...named, ...keyed]);
}

/** A part that may be missing as a whole asks for nothing. */
function optional({ required: _, ...schema }: JsonSchema): JsonSchema {
  return schema;
}

function fieldOf(label: string, schema: JsonSchema, isRequired: boolean): ComponentSchema {
  const { description } = schema;
  if (schema.type === 'object') {
    const shape = isRequired ? schema : optional(schema);
    return fields.object(schemaFields(shape), { label, description });
  }
  if (schema.type === 'array') return listOf(label, schema);
  if (schema.enum) return choiceOf(label, schema, isRequired);
  if (schema.type === 'boolean') return fields.checkbox({ label, description });
  const { minimum: min, maximum: max } = schema;
  if (schema.type === 'integer') return fields.integer({ label, description, validation: { isRequired, min, max } });
  if (schema.type === 'number')
    return fields.number({ label, description, step: 0.01, validation: { isRequired, min, max } });
  if (schema.pattern?.startsWith('^\\d{4}-')) return fields.date({ label, description, validation: { isRequired } });
  const pattern =
    schema.pattern && isRequired
      ? { regex: new RegExp(schema.pattern, 'u'), message: schema.patternErrorMessage ?? '' }
      : undefined;
  return fields.text({ label, description, validation: { isRequired, pattern } });
}

function listOf(label: string, { items = {}, description, minItems: min, maxItems: max }: JsonSchema): ComponentSchema {
  const itemLabel = (props: {
    readonly value?: unknown;
    readonly fields?: { readonly id?: { readonly value: unknown } };
  }) => String(props.fields?.id?.value ?? props.value ?? '');
  return fields.array(fieldOf(label, items, true), {
    label,
    description,
    itemLabel: itemLabel as (props: unknown) => string,
    validation: { length: { min, max } },
  });
}

function choiceOf(
  label: string,
  { enum: values = [], enumDescriptions = [], description }: JsonSchema,
  isRequired: boolean,
): ComponentSchema {
  const options = values.map((value, at) => ({
    value,
    label: enumDescriptions[at] ? `${value}: ${enumDescriptions[at]}` : value,
  }));
  const all = isRequired ? options : [{ value: '', label: '–' }, ...options];
  return fields.select({ label, description, options: all, defaultValue: all[0]?.value ?? '' });
}
