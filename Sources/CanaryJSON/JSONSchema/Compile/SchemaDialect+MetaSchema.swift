import CanaryModel
import Foundation

extension SchemaDialect {
    /// The URI of the schema of schemas, the only one outside of a document that references lead to.
    static let metaSchemaURI = "https://json-schema.org/draft/2020-12/schema"

    /// The schema of schemas, with its vocabularies in one.
    ///
    /// It refers to itself by `$ref`, as no other extends it.
    static func metaSchema() throws(JSONSyntaxError) -> JSONValue {
        try JSONValue(parsing: Data(metaSchemaText.utf8))
    }

    private static let metaSchemaText = ##"""
        {
          "$id": "https://json-schema.org/draft/2020-12/schema",
          "type": ["object", "boolean"],
          "properties": {
            "$id": {"type": "string", "pattern": "^[^#]*#?$"},
            "$schema": {"type": "string"}, "$ref": {"type": "string"}, "$dynamicRef": {"type": "string"},
            "$anchor": {"$ref": "#/$defs/anchor"}, "$dynamicAnchor": {"$ref": "#/$defs/anchor"},
            "$vocabulary": {"type": "object", "additionalProperties": {"type": "boolean"}},
            "$comment": {"type": "string"}, "$defs": {"$ref": "#/$defs/members"},
            "allOf": {"$ref": "#/$defs/schemas"}, "anyOf": {"$ref": "#/$defs/schemas"},
            "oneOf": {"$ref": "#/$defs/schemas"}, "not": {"$ref": "#"},
            "if": {"$ref": "#"}, "then": {"$ref": "#"}, "else": {"$ref": "#"},
            "prefixItems": {"$ref": "#/$defs/schemas"}, "items": {"$ref": "#"}, "contains": {"$ref": "#"},
            "properties": {"$ref": "#/$defs/members"}, "additionalProperties": {"$ref": "#"},
            "patternProperties": {"$ref": "#/$defs/members"}, "propertyNames": {"$ref": "#"},
            "dependentSchemas": {"$ref": "#/$defs/members"},
            "unevaluatedItems": {"$ref": "#"}, "unevaluatedProperties": {"$ref": "#"},
            "type": {"anyOf": [{"$ref": "#/$defs/type"},
              {"type": "array", "items": {"$ref": "#/$defs/type"}, "minItems": 1, "uniqueItems": true}]},
            "enum": {"type": "array"}, "const": true,
            "multipleOf": {"type": "number", "exclusiveMinimum": 0},
            "maximum": {"type": "number"}, "exclusiveMaximum": {"type": "number"},
            "minimum": {"type": "number"}, "exclusiveMinimum": {"type": "number"},
            "maxLength": {"$ref": "#/$defs/count"}, "minLength": {"$ref": "#/$defs/count"},
            "maxItems": {"$ref": "#/$defs/count"}, "minItems": {"$ref": "#/$defs/count"},
            "maxContains": {"$ref": "#/$defs/count"}, "minContains": {"$ref": "#/$defs/count"},
            "maxProperties": {"$ref": "#/$defs/count"}, "minProperties": {"$ref": "#/$defs/count"},
            "pattern": {"type": "string"}, "uniqueItems": {"type": "boolean"},
            "required": {"$ref": "#/$defs/names"},
            "dependentRequired": {"type": "object", "additionalProperties": {"$ref": "#/$defs/names"}},
            "format": {"type": "string"}, "title": {"type": "string"}, "description": {"type": "string"},
            "default": true, "examples": {"type": "array"}, "deprecated": {"type": "boolean"},
            "readOnly": {"type": "boolean"}, "writeOnly": {"type": "boolean"},
            "contentEncoding": {"type": "string"}, "contentMediaType": {"type": "string"},
            "contentSchema": {"$ref": "#"}
          },
          "$defs": {
            "anchor": {"type": "string", "pattern": "^[A-Za-z_][-A-Za-z0-9._]*$"},
            "count": {"type": "integer", "minimum": 0},
            "members": {"type": "object", "additionalProperties": {"$ref": "#"}},
            "names": {"type": "array", "items": {"type": "string"}, "uniqueItems": true},
            "schemas": {"type": "array", "items": {"$ref": "#"}, "minItems": 1},
            "type": {"enum": ["array", "boolean", "integer", "null", "number", "object", "string"]}
          }
        }
        """##
}
