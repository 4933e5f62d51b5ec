using System.Collections.Immutable;
using EcsPlatform.Foundations;
using EcsPlatform.Networking;
using EcsPlatform.Stacks.Services;
using EcsPlatform.Workloads;

namespace EcsPlatform.Stacks.Settings;

/// <summary>
/// What a stack says of one service, under the service's name. The section of a service with several containers has a part for each, under
/// the container's name; that of a service with one container has the container's fields among its own.
/// </summary>
/// <param name="Environment">The environment's name.</param>
/// <param name="Host">The host name, without the zone. Default: the environment's name, a hyphen, and the service's name.</param>
/// <param name="DesiredCount">How many tasks, as long as all images are pinned. Default: 1.</param>
/// <param name="Memory">Memory of a task, in MiB. Default: the sum of its containers' limits.</param>
/// <param name="Containers">The containers, by name.</param>
/// <param name="Variables">Environment variables whose values this stack alone knows.</param>
/// <param name="Buckets">Names of buckets of other environments that it may write to, by the environment variable that holds them. Default: none.</param>
/// <param name="Features">The features that the stack gives it, by name. Default: none.</param>
/// <param name="Edge">What the stack does with requests from the internet; only for a service that is offered to it.</param>
public sealed record ServiceSettings(
    string Environment,
    string Host,
    int DesiredCount,
    int Memory,
    ImmutableSortedDictionary<string, ContainerSettings> Containers,
    VariableSettings Variables,
    ImmutableSortedDictionary<string, string> Buckets,
    ImmutableSortedDictionary<string, FeatureSettings> Features,
    EdgeSettings Edge)
{
    private static ImmutableSortedDictionary<string, string> Nothing { get; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The ways out of its tasks that its features need.</summary>
    internal ImmutableArray<EgressPath> Peers => [.. Features.SelectMany(feature => feature.Value.Paths(feature.Key))];

    private IEnumerable<VariableSettings> AllVariables => Features.Values.Select(feature => feature.Variables).Prepend(Variables);

    /// <summary>The domain in which the stack's services find each other.</summary>
    internal string Domain => DomainOf(Environment);

    /// <summary>The domain in which an environment's services find each other.</summary>
    /// <param name="environment">The environment's name.</param>
    /// <returns>For example <c>staging.internal</c>.</returns>
    internal static string DomainOf(string environment) => $"{environment}.internal";

    /// <summary>A container with its image and its size.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The container, to which its service adds the rest.</returns>
    internal ContainerSpec Container(string name) => new()
    {
        Name = name,
        Image = Containers[name].Image,
        Cpu = Containers[name].Cpu,
        MemoryMiB = Containers[name].Memory,
        MemoryReservationMiB = Containers[name].MemoryReservation,
    };

    /// <summary>The environment variables of the service and its features, for the container that gets them.</summary>
    /// <returns>The variables.</returns>
    internal ImmutableDictionary<string, EnvironmentValue> EnvironmentValues() => AllVariables
        .SelectMany(variables => variables.Values)
        .ToImmutableDictionary(variable => variable.Key, variable => EnvironmentValue.FromString(variable.Value), StringComparer.Ordinal);

    /// <summary>The names of other environments' buckets, for a container.</summary>
    /// <returns>The variables.</returns>
    internal ImmutableDictionary<string, EnvironmentValue> BucketNames() =>
        Buckets.ToImmutableDictionary(bucket => bucket.Key, bucket => EnvironmentValue.FromString(bucket.Value), StringComparer.Ordinal);

    /// <summary>The rights to see what other environments' buckets hold, and to write to them.</summary>
    /// <returns>The grants.</returns>
    internal IEnumerable<Grant> BucketGrants() =>
        Buckets.Values.Select(bucket => new BucketGrants($"arn:aws:s3:::{bucket}")).SelectMany(bucket => new[] { bucket.Read(), bucket.Write() });

    /// <summary>A task with what the stack says of its containers' environment besides.</summary>
    /// <param name="task">The task, with all that the service gives it.</param>
    /// <returns>The task.</returns>
    internal TaskSpec WithFurtherEnvironment(TaskSpec task) => task with
    {
        Containers =
        [
            .. task.Containers.Select(one => one with
            {
                Environment = one.Environment.SetItems(Containers[one.Name].FurtherEnvironment
                    .Select(variable => KeyValuePair.Create(variable.Key, EnvironmentValue.FromString(variable.Value)))),
            }),
        ],
    };

    /// <summary>The secrets of the service and its features, for the container that gets them.</summary>
    /// <returns>Where they lie.</returns>
    internal ImmutableDictionary<string, SecretSource> Secrets() => AllVariables
        .SelectMany(variables => variables.Secrets)
        .ToImmutableDictionary(secret => secret.Key, secret => (SecretSource)new SecretSource.Parameter(secret.Value), StringComparer.Ordinal);

    /// <summary>Some of the secrets, for a container that gets no others.</summary>
    /// <param name="names">The environment variables that it gets them as.</param>
    /// <returns>Where they lie.</returns>
    internal ImmutableDictionary<string, SecretSource> SecretsFor(params ImmutableArray<string> names) =>
        Secrets().Where(secret => names.Contains(secret.Key)).ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>Finds what is wrong with these settings.</summary>
    /// <param name="where">The config key.</param>
    /// <param name="service">The service.</param>
    /// <param name="account">Where the stack lives; null when that is not known.</param>
    /// <returns>The problems, none when the settings are right.</returns>
    internal IEnumerable<Problem> Problems(string where, IService service, AwsAccount? account)
    {
        List<Problem> containers = [.. Containers.Keys.SelectMany(name => Container(name).Problems(PartOf(where, name)))];
        return
        [
            .. HttpRoute.HostProblems(where, Host),
            .. Variables.Problems(where, account),
            .. service.Features.Where(feature => Features.ContainsKey(feature.Name))
                .SelectMany(feature => Features[feature.Name].Problems($"{where}.{feature.Name}", feature, account)),
            .. Buckets.SelectMany(bucket => BucketName.Problems($"{where}.buckets.{bucket.Key}", bucket.Value)),
            .. Edge.Problems(where, account),
            // A task's problems include its containers', but not under their keys.
            .. containers.Count > 0 ? containers : EcsWorkloadArgs.Problems(where, WithFurtherEnvironment(service.Task(this)), service.Deployment, DesiredCount),
        ];
    }

    /// <summary>What a service's section says.</summary>
    /// <param name="service">The service.</param>
    internal static string Description(IService service) =>
        $"The service {service.Name}: its host, number and size of its tasks" +
        $"{(service.Environment.IsEmpty ? "" : ", variables")}{(service.Secrets.IsEmpty ? "" : ", secrets")}" +
        $"{string.Concat(service.Features.Select(feature => $", {feature.Name}"))}" +
        $"{(service.Edge is null ? "" : ", password and redirects")}";

    /// <summary>Reads the section.</summary>
    /// <param name="section">The section.</param>
    /// <param name="environment">The environment's name.</param>
    /// <param name="service">The service.</param>
    /// <param name="images">The pinned images.</param>
    internal static ServiceSettings Read(ConfigSection section, string environment, IService service, ImageSettings images)
    {
        var host = section.OptionalText("host", $"{environment}-{service.Name}", "The host name, without the zone", $"the environment's name and -{service.Name}");
        var desiredCount = section.OptionalNumber("desiredCount", 1, "How many tasks run, as long as all images are pinned");
        var containers = service.Containers.ToImmutableSortedDictionary(
            container => container.Name,
            container => service.Containers.Length == 1
                ? ContainerSettings.Read(section, images[container.Image])
                : section.OptionalPart(container.Name, part => ContainerSettings.Read(part, images[container.Image]), $"The size of the container {container.Name}"),
            StringComparer.Ordinal);
        return new ServiceSettings(
            environment,
            host,
            desiredCount,
            section.OptionalNumber(
                "memory", containers.Values.Sum(container => container.Memory), "Memory of a task, in MiB", "the sum of its containers' limits"),
            containers,
            VariableSettings.Read(section, service.Environment, service.Secrets),
            service.Buckets.IsEmpty
                ? Nothing
                : section.OptionalPart(
                    "buckets", part => BucketNames(service.Buckets, part), "Buckets of other environments that the service may write to, by the variable that names them"),
            service.Features
                .Select(feature => (feature.Name, Value: section.PartOrNull(feature.Name, part => FeatureSettings.Read(part, feature), feature.Description)))
                .Where(feature => feature.Value is not null)
                .ToImmutableSortedDictionary(feature => feature.Name, feature => feature.Value!, StringComparer.Ordinal),
            service.Edge is { } edge ? EdgeSettings.Read(section, edge) : EdgeSettings.Nothing);
    }

    private static ImmutableSortedDictionary<string, string> BucketNames(ImmutableArray<string> names, ConfigSection section) => names
        .Select(name => (Name: name, Bucket: section.TextOrNull(name, $"The bucket that {name} names", otherwise: "none")))
        .Where(bucket => bucket.Bucket is not null)
        .ToImmutableSortedDictionary(bucket => bucket.Name, bucket => bucket.Bucket!, StringComparer.Ordinal);

    private string PartOf(string where, string container) => Containers.Count == 1 ? where : $"{where}.{container}";
}
