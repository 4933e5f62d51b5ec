using System.Collections.Immutable;
using System.Text;
using EcsPlatform.Clusters;

namespace EcsPlatform.Tests.Clusters;

public class UserDataTests
{
    [Fact]
    public void The_script_joins_exactly_the_cluster_and_reserves_memory() =>
        UserData.Script("staging-1a2b3c4", 128, new AgentOptions(), spot: false).ShouldBe(
            "#!/bin/bash\n" +
            "cat <<'EOF' >> /etc/ecs/ecs.config\n" +
            "ECS_CLUSTER=staging-1a2b3c4\n" +
            "ECS_RESERVED_MEMORY=128\n" +
            "ECS_AWSVPC_BLOCK_IMDS=true\n" +
            "EOF\n");

    [Fact]
    public void Every_option_is_a_line_in_a_fixed_order_and_commands_come_last()
    {
        var agent = new AgentOptions
        {
            ImageCleanup = new ImageCleanup(),
            Settings = ImmutableSortedDictionary<string, string>.Empty.Add("ECS_LOGLEVEL", "warn").Add("ECS_ENABLE_CONTAINER_METADATA", "true"),
            Script = "yum install -y jq\nsystemctl restart jqd\n\n",
        };
        UserData.Script("live", 256, agent, spot: true).ShouldBe(
            "#!/bin/bash\n" +
            "cat <<'EOF' >> /etc/ecs/ecs.config\n" +
            "ECS_CLUSTER=live\n" +
            "ECS_RESERVED_MEMORY=256\n" +
            "ECS_AWSVPC_BLOCK_IMDS=true\n" +
            "ECS_ENABLE_SPOT_INSTANCE_DRAINING=true\n" +
            "ECS_IMAGE_CLEANUP_INTERVAL=30m\n" +
            "ECS_IMAGE_MINIMUM_CLEANUP_AGE=60m\n" +
            "ECS_NUM_IMAGES_DELETE_PER_CYCLE=5\n" +
            "ECS_ENABLE_CONTAINER_METADATA=true\n" +
            "ECS_LOGLEVEL=warn\n" +
            "EOF\n" +
            "yum install -y jq\nsystemctl restart jqd\n");
    }

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    public void Only_spot_instances_drain_on_a_spot_notice(bool spot, bool drain, bool expected) =>
        UserData.Script("live", 0, new AgentOptions { DrainOnSpotNotice = drain }, spot)
            .Contains("ECS_ENABLE_SPOT_INSTANCE_DRAINING=true", StringComparison.Ordinal).ShouldBe(expected);

    [Fact]
    public void A_launch_template_gets_it_as_base64() =>
        Encoding.UTF8.GetString(Convert.FromBase64String(UserData.Encode("#!/bin/bash\n"))).ShouldBe("#!/bin/bash\n");
}
