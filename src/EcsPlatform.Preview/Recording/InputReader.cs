using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using EcsPlatform.Plans;
using Pulumi;
using Pulumi.Utilities;

namespace EcsPlatform.Preview.Recording;

/// <summary>
/// Reads arguments as the program wrote them. The mocked engine gets plain values; which of them are secret, unknown, or another
/// resource's output is known only here.
/// </summary>
internal sealed class InputReader(SecretTexts secrets)
{
    private static readonly ConcurrentDictionary<Type, IOutputReader?> OutputReaders = new();
    private static readonly ConcurrentDictionary<Type, MethodInfo?> TextConversions = new();

    private interface IOutputReader
    {
        Task<ReadInput> ReadAsync(object input, InputReader reader);
    }

    /// <summary>Reads a value that an input can have: plain, an input, an output, a list, a map, nested arguments.</summary>
    public async Task<ReadInput> ReadAsync(object? value)
    {
        switch (value)
        {
            case null:
                return ReadInput.Plain(PropertyValue.Null.Value);
            case string or bool or int or double or Enum:
                return ReadInput.Plain(WireValues.ToPropertyValue(value));
            case InputArgs args:
                return await ReadArgsAsync(args);
            case Resource resource:
                return new ReadInput(new PropertyValue.Text(resource.GetResourceName()), ReadInput.NoReferences.Add(resource), false);
            case AssetOrArchive asset:
                return ReadInput.Plain(new PropertyValue.Asset(asset.GetType().Name));
            case System.Text.Json.JsonElement json:
                return ReadInput.Plain(WireValues.ToPropertyValue(json));
        }

        if (OutputReaders.GetOrAdd(value.GetType(), MakeOutputReader) is { } outputReader)
        {
            return await outputReader.ReadAsync(value, this);
        }

        return value switch
        {
            IDictionary map => await ReadMapAsync(map),
            IList list => await ReadListAsync(list),
            _ => await ReadStructAsync(value),
        };
    }

    private async Task<ReadInput> ReadArgsAsync(InputArgs args)
    {
        var entries = new List<(string, ReadInput)>();
        foreach (var member in InputMembers.Of(args.GetType()))
        {
            if (member.Get(args) is { } value)
            {
                entries.Add((member.Name, await ReadAsync(value)));
            }
        }

        return MapOf(entries);
    }

    private async Task<ReadInput> ReadMapAsync(IDictionary map)
    {
        var entries = new List<(string, ReadInput)>();
        foreach (DictionaryEntry entry in map)
        {
            if (entry.Value is not null)
            {
                entries.Add(((string)entry.Key, await ReadAsync(entry.Value)));
            }
        }

        return MapOf(entries);
    }

    private async Task<ReadInput> ReadListAsync(IList list)
    {
        // The default of an immutable array refuses to be enumerated; it means that there is no list.
        if (list.GetType() is { IsValueType: true } type && list.Equals(Activator.CreateInstance(type)))
        {
            return ReadInput.Plain(PropertyValue.Null.Value);
        }

        var items = new List<ReadInput>(list.Count);
        foreach (var item in list)
        {
            items.Add(await ReadAsync(item));
        }

        return Combine(new PropertyValue.List([.. items.Select(item => item.Value)]), items);
    }

    // A union holds one of two values; an enumeration of a provider converts to its text or number.
    private async Task<ReadInput> ReadStructAsync(object value)
    {
        var type = value.GetType();
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Union<,>))
        {
            return await ReadAsync(type.GetProperty(nameof(Union<int, int>.Value))!.GetValue(value));
        }

        return TextConversions.GetOrAdd(type, FindConversion) is { } conversion
            ? await ReadAsync(conversion.Invoke(null, [value]))
            : ReadInput.Plain(new PropertyValue.Text(value.ToString() ?? ""));
    }

    private static ReadInput MapOf(List<(string Name, ReadInput Value)> entries) => Combine(
        PropertyValue.Map.Of(entries.Select(entry => KeyValuePair.Create(entry.Name, entry.Value.Value))),
        entries.Select(entry => entry.Value));

    private static ReadInput Combine(PropertyValue value, IEnumerable<ReadInput> parts)
    {
        var references = ReadInput.NoReferences;
        var marked = false;
        foreach (var part in parts)
        {
            references = references.Union(part.References);
            marked |= part.IsMarked;
        }

        return new ReadInput(value, references, marked);
    }

    private static MethodInfo? FindConversion(Type type) => type
        .GetMethods(BindingFlags.Public | BindingFlags.Static)
        .FirstOrDefault(method => method.Name == "op_Explicit" && (method.ReturnType == typeof(string) || method.ReturnType == typeof(double)));

    private static IOutputReader? MakeOutputReader(Type type)
    {
        for (var candidate = type; candidate is not null; candidate = candidate.BaseType)
        {
            if (!candidate.IsGenericType)
            {
                continue;
            }

            var definition = candidate.GetGenericTypeDefinition();
            var reader = definition == typeof(Input<>) ? typeof(ReaderOfInput<>) : definition == typeof(Output<>) ? typeof(ReaderOfOutput<>) : null;
            if (reader is not null)
            {
                return (IOutputReader)Activator.CreateInstance(reader.MakeGenericType(candidate.GenericTypeArguments))!;
            }
        }

        return null;
    }

    // Of one type from here on, whatever the output carries: a preview is too short to compile all of it for each type.
    private async Task<ReadInput> ReadOutputAsync(Output<object?> output)
    {
        var references = await OutputUtilities.GetDependenciesAsync(output);
        var known = await OutputUtilities.GetIsKnownAsync(output);
        var content = known
            ? await ReadAsync(await OutputUtilities.GetValueAsync(output))
            : new ReadInput(PropertyValue.Unknown.Value, ReadInput.NoReferences, true);
        var all = content.References.Union(references);
        if (!await Output.IsSecretAsync(output))
        {
            return content with { References = all };
        }

        secrets.Add(content.Value);
        return new ReadInput(SecretTexts.Mark, all, true);
    }

    private sealed class ReaderOfInput<T> : IOutputReader
    {
        public Task<ReadInput> ReadAsync(object input, InputReader reader) => reader.ReadOutputAsync(((Output<T>)(Input<T>)input).Apply(value => (object?)value));
    }

    private sealed class ReaderOfOutput<T> : IOutputReader
    {
        public Task<ReadInput> ReadAsync(object input, InputReader reader) => reader.ReadOutputAsync(((Output<T>)input).Apply(value => (object?)value));
    }
}
