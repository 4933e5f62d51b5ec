using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>An output property of a resource that the engine's answer will fill.</summary>
internal abstract class OutputSource(string name)
{
    private static readonly ConcurrentDictionary<Type, ImmutableArray<Slot>> Slots = new();

    public string Name => name;

    /// <summary>Installs unfilled outputs in a resource's properties; components have only a URN, unless a provider makes them.</summary>
    public static ImmutableArray<OutputSource> Install(Resource resource)
    {
        var urnOnly = !resource.IsCustom && !resource.IsRemote;
        var sources = ImmutableArray.CreateBuilder<OutputSource>();
        foreach (var slot in Slots.GetOrAdd(urnOnly ? typeof(Resource) : resource.GetType(), FindSlots))
        {
            sources.Add(slot.Install(resource));
        }

        return sources.ToImmutable();
    }

    public abstract void Set(OutputData<object?> data);

    public abstract void Fail(Exception exception);

    private static ImmutableArray<Slot> FindSlots(Type type)
    {
        var properties = OutputProperties.All(type).ToList();
        var mistyped = properties.Where(entry => ArgumentOf(entry.Property) is null).Select(entry => entry.Name).ToList();
        if (mistyped.Count > 0)
        {
            throw RunException.OutputsHaveIncorrectType(mistyped);
        }

        return [.. properties.Select(entry => MakeSlot(entry.Name, entry.Property))];
    }

    private static Slot MakeSlot(string name, PropertyInfo property)
    {
        // A setter that is private to a base class is visible only there.
        var declared = property.DeclaringType!.GetProperty(
            property.Name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)!;
        if (declared.SetMethod is null)
        {
            throw new InvalidOperationException(
                $"[Output] property {property.DeclaringType.FullName}.{property.Name} did not have a 'set' method");
        }

        var value = ArgumentOf(property)!;
        Converter.CheckTarget($"{property.DeclaringType.FullName}.{property.Name}", value);
        return (Slot)Activator.CreateInstance(typeof(Slot<>).MakeGenericType(value), name, declared)!;
    }

    private static Type? ArgumentOf(PropertyInfo property) =>
        property.PropertyType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Output<>)
            ? type.GenericTypeArguments[0]
            : null;

    private abstract class Slot
    {
        public abstract OutputSource Install(Resource resource);
    }

    private sealed class Slot<T>(string name, PropertyInfo property) : Slot
    {
        private readonly Action<Resource, Output<T>> _set = Setter(property);

        public override OutputSource Install(Resource resource)
        {
            var source = new Source<T>(name);
            _set(resource, source.Output);
            return source;
        }

        private static Action<Resource, Output<T>> Setter(PropertyInfo property)
        {
            var method = property.SetMethod!;
            return (resource, output) => method.Invoke(resource, [output]);
        }
    }

    private sealed class Source<T> : OutputSource
    {
        private readonly TaskCompletionSource<OutputData<T>> _data = new();

        public Source(string name)
            : base(name) => Output = new Output<T>(_data.Task);

        public Output<T> Output { get; }

        public override void Set(OutputData<object?> data) => _data.TrySetResult(new OutputData<T>(
            data.Resources, data.IsKnown ? Converter.To<T>(data.Value) : default!, data.IsKnown, data.IsSecret));

        public override void Fail(Exception exception) => _data.TrySetException(exception);
    }
}
