using System.Collections.Immutable;
using System.Text.Json;
using EcsPlatform.Workloads;

namespace EcsPlatform.Tests.Workloads;

public class ContainerDefinitionsTests
{
    private static readonly LogTarget Logs = new("staging-web-1a2b3c4", "eu-west-1");

    [Fact]
    public void A_container_is_written_with_all_that_ECS_would_fill_in() => Write(Valid.Container).ShouldBe(
        $$$"""
        [{"cpu":0,"environment":[],"essential":true,
        "image":"111111111111.dkr.ecr.eu-west-1.amazonaws.com/library/web@{{{Valid.Digest}}}",
        "logConfiguration":{"logDriver":"awslogs","options":{"awslogs-group":"staging-web-1a2b3c4","awslogs-region":"eu-west-1","awslogs-stream-prefix":"ecs"}},
        "memory":512,"mountPoints":[],"name":"web","portMappings":[{"containerPort":8080,"hostPort":8080,"protocol":"tcp"}],
        "readonlyRootFilesystem":true,"systemControls":[],"volumesFrom":[]}]
        """.ReplaceLineEndings(""));

    [Fact]
    public void Every_option_shows()
    {
        var json = JsonDocument.Parse(Write(Valid.Container with
        {
            Cpu = 2048,
            MemoryReservationMiB = 256,
            Essential = false,
            ReadonlyRootFilesystem = false,
            Environment = ImmutableDictionary<string, string>.Empty.Add("MODE", "a<b"),
            Mounts = [new MountPoint("data", "/srv/data", ReadOnly: false)],
        })).RootElement[0];
        json.GetProperty("cpu").GetInt32().ShouldBe(2048);
        json.GetProperty("memoryReservation").GetInt32().ShouldBe(256);
        json.GetProperty("essential").GetBoolean().ShouldBeFalse();
        json.GetProperty("readonlyRootFilesystem").GetBoolean().ShouldBeFalse();
        json.GetProperty("environment").GetRawText().ShouldBe("""[{"name":"MODE","value":"a<b"}]""");
        json.GetProperty("mountPoints").GetRawText().ShouldBe("""[{"containerPath":"/srv/data","readOnly":false,"sourceVolume":"data"}]""");
    }

    [Fact]
    public void Any_order_of_the_same_containers_gives_the_same_text()
    {
        var random = new Random(20261121);
        var containers = Enumerable.Range(0, 5).Select(i => Valid.Container with
        {
            Name = $"c{i}",
            Ports = [.. Enumerable.Range(1, i).Select(port => new PortMapping(port))],
            Mounts = [.. Enumerable.Range(0, i).Select(mount => new MountPoint("data", $"/m{mount}"))],
            Environment = Enumerable.Range(0, i).ToImmutableDictionary(n => $"N{n}", n => $"{n}"),
        }).ToImmutableArray();
        var text = Write([.. containers]);
        for (var i = 0; i < 100; i++)
        {
            var shuffled = containers.OrderBy(_ => random.Next()).Select(container => container with
            {
                Ports = [.. container.Ports.OrderBy(_ => random.Next())],
                Mounts = [.. container.Mounts.OrderBy(_ => random.Next())],
            });
            Write([.. shuffled]).ShouldBe(text);
        }
    }

    private static string Write(params ContainerSpec[] containers) => ContainerDefinitions.Write([.. containers], Valid.Account.Registry, Logs);
}
