using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>One walk of the serializer over a value: what it meets of outputs, and the marks of those it could write.</summary>
internal sealed class OutputJsonPass
{
    [ThreadStatic]
    private static OutputJsonPass? _current;

    // One instance for all: options that differ in nothing then share the serializer's cached metadata.
    private static readonly OutputJsonConverter Converter = new();

    private static readonly JsonSerializerOptions DefaultOptions = AddConverter(new JsonSerializerOptions());

    public OutputMarks Marks = new();

    public List<Task> Pending { get; } = [];

    public static OutputJsonPass Current =>
        _current ?? throw new InvalidOperationException("Outputs are serialized by Output.JsonSerialize only.");

    public string Serialize<T>(T value, JsonSerializerOptions? options)
    {
        var extended = options is null ? DefaultOptions : AddConverter(new JsonSerializerOptions(options));

        // A property's getter may itself serialize.
        var outer = _current;
        _current = this;
        try
        {
            return JsonSerializer.Serialize(value, extended);
        }
        finally
        {
            _current = outer;
        }
    }

    private static JsonSerializerOptions AddConverter(JsonSerializerOptions options)
    {
        options.Converters.Insert(0, Converter);
        return options;
    }
}
