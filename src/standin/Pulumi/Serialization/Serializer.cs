using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>
/// Turns what programs and mocks give into plain values: text, boolean, double, immutable arrays and dictionaries, assets, resources.
/// Unknown, secret and the resources that a value depends on are kept beside it.
/// </summary>
internal sealed class Serializer(string context)
{
    /// <summary>Serializes the inputs of an arguments object, each with its own marks; absent ones are left out.</summary>
    public async Task<Dictionary<string, OutputData<object?>>> PropertiesAsync(InputArgs args)
    {
        var properties = new Dictionary<string, OutputData<object?>>(StringComparer.Ordinal);
        foreach (var (name, value, json) in InputsOf(args))
        {
            OutputData<object?> data;
            try
            {
                data = await ValueAsync(value, name).ConfigureAwait(false);
            }
            catch (UnsupportedValueException exception)
            {
                throw new InvalidOperationException($"error serializing property \"{name}\": {exception.Message}", exception);
            }
            catch (ArgumentNullException exception)
            {
                // A required input of nested arguments; one of the arguments themselves is refused before.
                throw new InvalidOperationException($"error serializing property \"{name}\": {exception.Message}", exception);
            }

            if (!data.IsKnown || data.Value is not null)
            {
                properties[name] = json && data.IsKnown ? data with { Value = JsonText.Write(data.Value) } : data;
            }
        }

        return properties;
    }

    /// <summary>Serializes what a mock answers: a dictionary, an arguments object or an output type; nulls count as left out.</summary>
    public async Task<Dictionary<string, OutputData<object?>>> StateAsync(object state)
    {
        if (state is InputArgs args)
        {
            return await PropertiesAsync(args).ConfigureAwait(false);
        }

        var properties = new Dictionary<string, OutputData<object?>>(StringComparer.Ordinal);
        var entries = state is IDictionary dictionary ? EntriesOf(dictionary, "") : FieldsOf(state, "");
        foreach (var (name, value) in entries)
        {
            var data = await ValueAsync(value, name).ConfigureAwait(false);
            if (!data.IsKnown || data.Value is not null)
            {
                properties[name] = data;
            }
        }

        return properties;
    }

    public async Task<OutputData<object?>> ValueAsync(object? value, string path)
    {
        switch (value)
        {
            case null:
                return Plain(null);
            case string or bool or double or AssetOrArchive:
                return Plain(value);
            case int number:
                return Plain((double)number);
            case Enum constant:
                return Plain(Convert.ToDouble(constant, CultureInfo.InvariantCulture));
            case JsonElement json:
                return Plain(JsonText.ToPlain(json));
            case IOutput output:
                return await OutputAsync(output, path).ConfigureAwait(false);
            case IInput input:
                return await ValueAsync(input.Value, path).ConfigureAwait(false);
            case IUnion union:
                return await ValueAsync(union.Value, path).ConfigureAwait(false);
            case Resource resource:
                return await ReferenceAsync(resource).ConfigureAwait(false);
            case InputArgs args:
                return await MapAsync(InputsOf(args).Select(input => (input.Name, input.Value)), path).ConfigureAwait(false);
            case IDictionary dictionary:
                return await MapAsync(EntriesOf(dictionary, path), path).ConfigureAwait(false);
            case IList list:
                return await ListAsync(list, path).ConfigureAwait(false);
        }

        return EnumType.ToPlain(value) is { } plain
            ? Plain(plain)
            : await MapAsync(FieldsOf(value, path), path).ConfigureAwait(false);
    }

    private static OutputData<object?> Plain(object? value) => new([], value, IsKnown: true, IsSecret: false);

    private async Task<OutputData<object?>> OutputAsync(IOutput output, string path)
    {
        var data = await output.GetDataAsync().ConfigureAwait(false);
        if (!data.IsKnown)
        {
            return data with { Value = null };
        }

        var value = await ValueAsync(data.Value, path).ConfigureAwait(false);
        return new OutputData<object?>(
            OutputMarks.Union(data.Resources, value.Resources), value.Value, value.IsKnown, data.IsSecret || value.IsSecret);
    }

    private static async Task<OutputData<object?>> ReferenceAsync(Resource resource)
    {
        var urn = await resource.Urn.DataTask.ConfigureAwait(false);
        return new OutputData<object?>([resource], ResourceClasses.Reference(resource, urn.Value), IsKnown: true, IsSecret: false);
    }

    private async Task<OutputData<object?>> MapAsync(IEnumerable<(string Name, object? Value)> entries, string path)
    {
        var marks = new OutputMarks();
        var map = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var (name, value) in entries)
        {
            if (marks.Take(await ValueAsync(value, $"{path}.{name}").ConfigureAwait(false)) is { } plain)
            {
                map[name] = plain;
            }
        }

        return marks.Mark<object?>(map.ToImmutableDictionary());
    }

    private async Task<OutputData<object?>> ListAsync(IList list, string path)
    {
        // The default of an immutable array refuses to be enumerated.
        if (list.GetType() is { IsValueType: true } type && list.Equals(Activator.CreateInstance(type)))
        {
            return Plain(null);
        }

        var marks = new OutputMarks();
        var items = ImmutableArray.CreateBuilder<object>(list.Count);
        for (var i = 0; i < list.Count; i++)
        {
            items.Add(marks.Take(await ValueAsync(list[i], $"{path}[{i}]").ConfigureAwait(false))!);
        }

        return marks.Mark<object?>(items.ToImmutable());
    }

    private static IEnumerable<(string Name, object? Value, bool Json)> InputsOf(InputArgs args)
    {
        if (DictionaryOf(args) is { } dictionary)
        {
            foreach (var (name, value) in dictionary)
            {
                yield return (name, value, false);
            }

            yield break;
        }

        foreach (var member in InputMember.Of(args.GetType()))
        {
            var value = member.Get(args);
            if (value is null && member.Required)
            {
                throw new ArgumentNullException(
                    member.MemberName, $"[Input] {member.FullName} is required but was not given a value");
            }

            yield return (member.Name, value, member.Json);
        }
    }

    private static ImmutableDictionary<string, object?>? DictionaryOf(InputArgs args) => args switch
    {
        DictionaryResourceArgs resource => resource.Dictionary,
        DictionaryInvokeArgs invoke => invoke.Dictionary,
        _ => null,
    };

    private IEnumerable<(string Name, object? Value)> EntriesOf(IDictionary dictionary, string path)
    {
        foreach (DictionaryEntry entry in dictionary)
        {
            yield return (entry.Key as string ?? throw Unsupported(dictionary, path), entry.Value);
        }
    }

    // An output type shows its values in fields; the wire has the same names with a small first letter.
    private IEnumerable<(string Name, object? Value)> FieldsOf(object value, string path) =>
        value.GetType().GetCustomAttribute<OutputTypeAttribute>() is null
            ? throw Unsupported(value, path)
            : value.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public)
                .Select(field => ($"{char.ToLowerInvariant(field.Name[0])}{field.Name[1..]}", field.GetValue(value)));

    private UnsupportedValueException Unsupported(object value, string path) =>
        new($"{value.GetType().FullName} is not a supported argument type.\n\t{context}.{path}");

    private sealed class UnsupportedValueException(string message) : InvalidOperationException(message);
}
