using Pulumi;

namespace EcsPlatform.Preview.Recording;

/// <summary>
/// Sees every resource in its constructor, through a transformation of the stack: the only place that knows parents and options,
/// for the mocked engine is told of neither. Refuses what the real engine refuses.
/// </summary>
internal sealed class Recorder(string project, string stack)
{
    // The constructor that is running, for the registration that it starts: its asynchronous part inherits the value.
    private readonly AsyncLocal<Registration?> _constructing = new();
    private readonly Lock _lock = new();
    private readonly List<Registration> _registrations = [];
    private readonly Dictionary<Resource, Registration> _byResource = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, Registration> _byUrn = new(StringComparer.Ordinal);
    private readonly List<string> _problems = [];

    /// <summary>The resources, in the order of their constructors.</summary>
    public IReadOnlyList<Registration> Registrations
    {
        get
        {
            lock (_lock)
            {
                return [.. _registrations];
            }
        }
    }

    /// <summary>What the real engine would refuse.</summary>
    public IReadOnlyList<string> Problems
    {
        get
        {
            lock (_lock)
            {
                return [.. _problems];
            }
        }
    }

    /// <summary>The transformation to give to the stack. Changes nothing.</summary>
    public ResourceTransformationResult? Record(ResourceTransformationArgs args)
    {
        lock (_lock)
        {
            var registration = Register(args);
            _registrations.Add(registration);
            _byResource.Add(args.Resource, registration);
            registration.Parent?.Children.Add(registration);
            _problems.AddRange(RequiredInputs.Missing(registration.Args).Select(property =>
                $"{registration.Path} lacks the required input '{property}'. Give it a value."));
            if (!_byUrn.TryAdd(registration.Urn, registration))
            {
                _problems.Add(Duplicate(_byUrn[registration.Urn], registration));
            }

            _constructing.Value = registration;
        }

        return null;
    }

    /// <summary>Notes something that the real engine, a provider or AWS would refuse.</summary>
    public void Refuse(string problem)
    {
        lock (_lock)
        {
            _problems.Add(problem);
        }
    }

    /// <summary>The registration of a resource.</summary>
    public Registration? Of(Resource resource)
    {
        lock (_lock)
        {
            return _byResource.GetValueOrDefault(resource);
        }
    }

    /// <summary>The registration whose constructor led to a call of the mocked engine.</summary>
    public Registration Registering(string type, string name)
    {
        if (_constructing.Value is { } current && current.Type == type && current.Name == name)
        {
            return current;
        }

        lock (_lock)
        {
            return _registrations.First(registration => registration.Type == type && registration.Name == name && !registration.Answered);
        }
    }

    private static string Duplicate(Registration first, Registration second) =>
        $"Two resources have the URN {second.Urn}: {Place(first)} and {Place(second)}. " +
        "A parent's name is not part of a URN, only its type: give one of the two another name.";

    private static string Place(Registration registration) => registration.Parent is null or { IsStack: true }
        ? "one directly below the stack"
        : $"one below {registration.Parent.Path}";

    private Registration Register(ResourceTransformationArgs args)
    {
        var type = args.Resource.GetResourceType();
        var name = args.Resource.GetResourceName();
        var parent = args.Resource is Stack ? null
            : args.Options.Parent is { } resource && _byResource.TryGetValue(resource, out var found) ? found
            : _registrations.First(registration => registration.IsStack);
        return new Registration
        {
            Resource = args.Resource,
            Type = type,
            Name = name,
            Urn = parent is null ? Urns.Stack(project, stack) : Urns.Child(parent.Urn, type, name),
            Parent = parent,
            Args = args.Args,
            Options = args.Options,
        };
    }
}
