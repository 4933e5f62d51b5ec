namespace EcsPlatform.Preview.Tests.Aws;

public sealed class AutoNamingTests
{
    private const string LongName = "an-extraordinarily-long-logical-name-that-no-load-balancer-would-ever-take-because-of-its-limits";

    [Theory]
    [InlineData("aws:lb/loadBalancer:LoadBalancer", "name", 32)]
    [InlineData("aws:lb/targetGroup:TargetGroup", "name", 32)]
    [InlineData("aws:iam/role:Role", "name", 64)]
    [InlineData("aws:lambda/function:Function", "name", 64)]
    [InlineData("aws:cloudwatch/eventRule:EventRule", "name", 64)]
    [InlineData("aws:s3/bucket:Bucket", "bucket", 63)]
    [InlineData("aws:sqs/queue:Queue", "name", 80)]
    [InlineData("aws:backup/vault:Vault", "name", 50)]
    public void Automatic_name_that_is_too_long_is_cut_in_front_of_its_suffix(string type, string key, int limit)
    {
        var name = Name(type, key, LongName);

        name.Length.ShouldBe(limit);
        name.ShouldBe($"{LongName[..(limit - 8)]}-0123456");
    }

    [Fact]
    public void Name_that_the_program_gives_is_kept() =>
        Sample.With("aws:ecs/cluster:Cluster", ("name", "main")).Outputs["name"].ShouldBe("main");

    [Fact]
    public void Name_prefix_that_the_program_gives_gets_a_unique_end() =>
        Sample.With("aws:ec2/securityGroup:SecurityGroup", ("namePrefix", "alb-")).Outputs["name"]
            .ShouldBeOfType<string>().ShouldMatch("^alb-[0-9]{26}$");

    [Fact]
    public void Names_of_buckets_and_repositories_are_in_lower_case()
    {
        Name("aws:s3/bucket:Bucket", "bucket", "SourceData").ShouldBe("sourcedata-0123456");
        Name("aws:ecr/repository:Repository", "name", "ViewerImage").ShouldBe("viewerimage-0123456");
        Name("aws:ecs/cluster:Cluster", "name", "Main").ShouldBe("Main-0123456");
    }

    [Fact]
    public void Names_of_fifo_queues_and_topics_end_in_fifo()
    {
        Sample.With("aws:sqs/queue:Queue", ("fifoQueue", true)).Outputs["name"].ShouldBe("thing-0123456.fifo");
        Sample.With("aws:sns/topic:Topic", ("fifoTopic", true)).Outputs["name"].ShouldBe("thing-0123456.fifo");
    }

    [Theory]
    [InlineData("aws:appmesh/mesh:Mesh")]
    [InlineData("random:index/randomPet:RandomPet")]
    [InlineData("demo:Thing")]
    public void Unknown_type_gets_an_id_and_an_echo_of_its_inputs_only(string type)
    {
        var answer = Sample.With(type, ("size", 2d), ("name", "own"));

        answer.Id.ShouldBe("thing-0123456");
        answer.Outputs.Keys.Order().ShouldBe(["name", "size"]);
    }

    private static string Name(string type, string key, string logicalName) =>
        Sample.For(type, EcsPlatform.Preview.Aws.PlainValues.NoEntries, logicalName).Outputs[key].ShouldBeOfType<string>();
}
