using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pulumi.Serialization;

/// <summary>Writes the value of an output or input in its place.</summary>
internal sealed class OutputJsonConverter : JsonConverter<object>
{
    public override bool CanConvert(Type typeToConvert) =>
        typeof(IOutput).IsAssignableFrom(typeToConvert) || typeof(IInput).IsAssignableFrom(typeToConvert);

    public override object Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Outputs and inputs cannot be read from JSON.");

    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
    {
        switch ((value as IInput)?.Value ?? value)
        {
            case IOutput output:
                WriteOutput(writer, output, options);
                break;
            case var elements:
                JsonSerializer.Serialize(writer, elements, elements.GetType(), options);
                break;
        }
    }

    private static void WriteOutput(Utf8JsonWriter writer, IOutput output, JsonSerializerOptions options)
    {
        var pass = OutputJsonPass.Current;
        var data = output.GetDataAsync();
        if (!data.IsCompletedSuccessfully)
        {
            pass.Pending.Add(data);
            writer.WriteNullValue();
            return;
        }

        var value = pass.Marks.Take(data.Result);
        if (data.Result.IsKnown)
        {
            JsonSerializer.Serialize(writer, value, output.GetType().GenericTypeArguments[0], options);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
