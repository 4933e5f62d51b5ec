using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>Serializes values that have outputs and inputs anywhere inside.</summary>
internal static class OutputJson
{
    public static async Task<OutputData<string>> SerializeAsync<T>(Output<T> output, JsonSerializerOptions? options)
    {
        var source = await output.DataTask.ConfigureAwait(false);
        if (!source.IsKnown)
        {
            return new(source.Resources, "", IsKnown: false, source.IsSecret);
        }

        // JsonSerializer is synchronous: a pass that meets pending outputs only names them, and is repeated once they are there.
        while (true)
        {
            var pass = new OutputJsonPass();
            pass.Marks.Take(source);
            var json = pass.Serialize(source.Value, options);
            if (pass.Pending.Count == 0)
            {
                return pass.Marks.Mark(json);
            }

            await Task.WhenAll(pass.Pending).ConfigureAwait(false);
        }
    }
}
